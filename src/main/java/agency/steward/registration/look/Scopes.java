package agency.steward.registration.look;

import agency.steward.instantly.InstantlyException;
import agency.steward.instantly.InstantlyFailure;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import agency.steward.workspace.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which scopes a credential lacks, as far as one cheap call tells: the first page of the members,
 * without which Steward is of little use. Others are noted when a call misses them.
 */
final class Scopes {
  /** What has worked once both {@code GET /workspaces/current} and the members have answered. */
  static final Set<String> PROVEN = Set.of(Scopes.ITSELF, Scopes.MEMBERS);

  /** What {@code GET /workspaces/current} needs (facts.md 1.2). */
  static final String ITSELF = "workspaces:read";

  private static final String MEMBERS = "workspace_members:read";

  private Scopes() {}

  /** Nothing where the call failed for another reason. */
  static List<Condition> seen(InstantlyWorkspace instantly, Instant now) {
    try (Stream<?> members = instantly.walk(Listing.MEMBERS, Map.of())) {
      members.limit(1).forEach(first -> {}); // that it answers is all there is to know
      return List.of(Condition.ok(Condition.Type.SCOPES, now));
    } catch (InstantlyException e) {
      return e.failure() instanceof InstantlyFailure.ScopeMissing missing
          ? List.of(lacking(missing, MEMBERS, now))
          : List.of();
    }
  }

  /**
   * @param atLeast what the call needs, where Instantly does not say
   */
  static Condition lacking(InstantlyFailure.ScopeMissing missing, String atLeast, Instant now) {
    List<String> narrowest = missing.narrowest();
    return Condition.scopesMissing(narrowest.isEmpty() ? List.of(atLeast) : narrowest, now);
  }
}
