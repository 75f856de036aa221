package agency.steward.apikey.shown;

import agency.steward.instantly.InstantlyException;
import agency.steward.instantly.InstantlyFailure;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import agency.steward.link.Links;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Credential;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the keys of a workspace, each time from Instantly's complete list: there is no other read
 * (facts.md 4.4).
 */
@ApplicationScoped
public class KeyReading {
  private final Predicate<InstantlyWorkspace> administers;

  @Inject
  KeyReading(Links links) {
    this(links::administers);
  }

  /**
   * @param administers whether a workspace administers a group; may throw what asking comes to
   */
  KeyReading(Predicate<InstantlyWorkspace> administers) {
    this.administers = administers;
  }

  /** All of them, each with what Steward says of it under {@code steward}. */
  public List<ObjectNode> in(InstantlyWorkspace instantly) {
    List<ObjectNode> all = listed(instantly);
    return described(all, instantly, all.isEmpty() ? Optional.of(false) : groupAdmin(instantly));
  }

  /** The same without asking for the group: their reach is told by their scopes alone. */
  public List<ObjectNode> byThemselves(InstantlyWorkspace instantly) {
    return described(listed(instantly), instantly, Optional.of(false));
  }

  /** One of them; throws {@code NOT_FOUND_IN_WORKSPACE} where it is not in the list. */
  public ObjectNode one(InstantlyWorkspace instantly, String id) {
    return Keys.find(in(instantly), id)
        .orElseThrow(() ->
            Problem.of(
                    ProblemCode.NOT_FOUND_IN_WORKSPACE,
                    "There is no API key with this id in the workspace.")
                .thrown());
  }

  private static List<ObjectNode> listed(InstantlyWorkspace instantly) {
    return instantly.list(Listing.API_KEYS, Map.of());
  }

  private static List<ObjectNode> described(
      List<ObjectNode> all, InstantlyWorkspace instantly, Optional<Boolean> groupAdmin) {
    Credential credential = instantly.workspace().credential();
    List<Use> uses = all.stream().map(key -> Use.of(key, credential, all)).toList();
    for (int i = 0; i < all.size(); i++) {
      Keys.describe(all.get(i), uses.get(i), groupAdmin);
    }
    return all;
  }

  /**
   * Whether keys of this workspace reach a whole group; empty where Steward's own key may not see
   * it.
   */
  public Optional<Boolean> groupAdmin(InstantlyWorkspace instantly) {
    try {
      return Optional.of(administers.test(instantly));
    } catch (InstantlyException e) {
      if (e.failure() instanceof InstantlyFailure.ScopeMissing) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
