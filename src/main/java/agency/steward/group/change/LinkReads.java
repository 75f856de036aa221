package agency.steward.group.change;

import agency.steward.instantly.InstantlyException;
import agency.steward.instantly.InstantlyFailure;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** Looks for a link from either of its sides (facts.md 4.2). */
public final class LinkReads {
  static final String PATH = Listing.GROUP_MEMBERS.path();

  /** The link of the group that a workspace is in; before {@code /{id}}, which it looks like. */
  public static final String OWN_ADMIN = PATH + "/admin";

  private static final String OWN_LINK = "workspace_group_member_id";

  private LinkReads() {}

  static String path(String id) {
    return PATH + "/" + id;
  }

  /** Empty where Instantly says 404, which alone proves nothing. */
  static Optional<ObjectNode> get(InstantlyWorkspace instantly, String id) {
    try {
      return Optional.of(instantly.get(path(id)));
    } catch (InstantlyException e) {
      if (e.failure() instanceof InstantlyFailure.NotFound) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Among all links of the admin workspace. */
  static Optional<ObjectNode> asAdmin(InstantlyWorkspace instantly, String id) {
    return instantly.list(Listing.GROUP_MEMBERS, Map.of()).stream()
        .filter(link -> LinkObject.text(link, LinkObject.ID).equals(id))
        .findFirst();
  }

  /** As the one link that a sub workspace has; its parts are not told here. */
  static Optional<ObjectNode> asSub(InstantlyWorkspace instantly, String id) {
    return Optional.of(instantly.get(OWN_ADMIN))
        .filter(admin -> LinkObject.text(admin, OWN_LINK).equals(id))
        .map(admin ->
            JsonNodeFactory.instance
                .objectNode()
                .put(LinkObject.ID, id)
                .put(LinkObject.SUB, instantly.workspace().instantlyId().value()));
  }
}
