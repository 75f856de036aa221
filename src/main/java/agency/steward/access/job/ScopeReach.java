package agency.steward.access.job;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which scopes of an Instantly key somebody may hand out who holds certain profiles: those within
 * their rights ({@link ScopeCover}), and whoever holds everything also those that hand out rights.
 */
public final class ScopeReach {
  /**
   * With such a key one makes oneself admin, or another key that may do anything, outside of
   * Steward (facts.md 1.2): it takes what it takes to make somebody admin.
   */
  private static final Set<String> HANDS_OUT_RIGHTS =
      Set.of("api_keys", "workspace_members", "workspace_group_members");

  private ScopeReach() {}

  /** Whether the profiles together hold what a key with this scope may do. */
  public static boolean covers(Collection<Profile> held, String scope) {
    return ScopeCover.covers(together(held), scope)
        || (handsOutRights(scope) && held.stream().anyMatch(ScopeReach::isFull));
  }

  private static Map<Area, Set<Verb>> together(Collection<Profile> held) {
    var rights = new EnumMap<Area, Set<Verb>>(Area.class);
    for (Profile profile : held) {
      profile
          .rights()
          .forEach((area, verbs) ->
              rights.computeIfAbsent(area, any -> EnumSet.noneOf(Verb.class)).addAll(verbs));
    }
    return rights;
  }

  private static boolean handsOutRights(String scope) {
    int colon = scope.indexOf(':');
    return colon > 0 && HANDS_OUT_RIGHTS.contains(scope.substring(0, colon));
  }

  private static boolean isFull(Profile profile) {
    for (Area area : Area.values()) {
      if (!profile.rights().getOrDefault(area, Set.of()).containsAll(area.full())) {
        return false;
      }
    }
    return true;
  }
}
