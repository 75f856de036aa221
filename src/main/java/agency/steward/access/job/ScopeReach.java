package agency.steward.access.job;

import static agency.steward.access.job.Verb.CREATE;
import static agency.steward.access.job.Verb.DELETE;
import static agency.steward.access.job.Verb.EDIT;
import static agency.steward.access.job.Verb.IMPORT;
import static agency.steward.access.job.Verb.VIEW;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which scopes of an Instantly key (facts.md 1.2) somebody holds who holds certain profiles. What
 * no column of the profiles speaks of, nobody holds.
 */
public final class ScopeReach {
  private static final String MEMBERS = "workspace_members";
  private static final Map<String, Area> AREAS =
      Map.ofEntries(
          Map.entry("campaigns", Area.CAMPAIGNS),
          Map.entry("leads", Area.LEADS),
          Map.entry("lead_lists", Area.LEADS),
          Map.entry("accounts", Area.ACCOUNTS),
          Map.entry("webhooks", Area.WEBHOOKS),
          Map.entry(MEMBERS, Area.MEMBERS),
          Map.entry("custom_tags", Area.TAGS),
          Map.entry("custom_tag_mappings", Area.TAGS),
          Map.entry("workspace_group_members", Area.GROUP),
          Map.entry("workspace_billing", Area.PLAN),
          Map.entry("workspaces", Area.DETAILS),
          Map.entry("audit_logs", Area.AUDIT_LOGS));

  /** Here a write means more than the column says: {@code workspaces:update} changes the owner. */
  private static final Set<Area> ONLY_READ = Set.of(Area.PLAN, Area.DETAILS, Area.AUDIT_LOGS);

  private static final Map<String, Set<Verb>> ACTIONS =
      Map.of(
          "read", Set.of(VIEW),
          "create", Set.of(CREATE),
          "update", Set.of(EDIT),
          "delete", Set.of(DELETE),
          "all", Set.of(VIEW, CREATE, EDIT, DELETE));

  private ScopeReach() {}

  /** Whether the profiles together hold what a key with this scope may do. */
  public static boolean covers(Collection<Profile> held, String scope) {
    String[] parts = scope.split(":", 2);
    String resource = parts[0];
    String action = parts.length == 2 ? parts[1] : "";
    if (handsOutRights(resource, action)) {
      return held.stream().anyMatch(ScopeReach::isFull);
    }
    return AREAS.containsKey(resource)
        && ACTIONS.containsKey(action)
        && covers(held, AREAS.get(resource), action);
  }

  /**
   * With such a key one makes oneself admin, or another key that may do anything, outside of
   * Steward: it takes what it takes to make somebody admin.
   */
  private static boolean handsOutRights(String resource, String action) {
    return resource.equals("api_keys") || (resource.equals(MEMBERS) && !action.equals("read"));
  }

  private static boolean isFull(Profile profile) {
    for (Area area : Area.values()) {
      if (!profile.rights().getOrDefault(area, Set.of()).containsAll(area.full())) {
        return false;
      }
    }
    return true;
  }

  private static boolean covers(Collection<Profile> held, Area area, String action) {
    if (ONLY_READ.contains(area) && !action.equals("read")) {
      return false;
    }
    Set<Verb> holds = verbs(held, area);
    var needed = new HashSet<>(ACTIONS.getOrDefault(action, Set.of()));
    needed.retainAll(area.full());
    return holds.containsAll(needed.isEmpty() ? area.full() : needed);
  }

  /** Importing leads is creating them (see {@link KeyScopes}). */
  private static Set<Verb> verbs(Collection<Profile> held, Area area) {
    var verbs = new HashSet<Verb>();
    held.forEach(profile -> verbs.addAll(profile.rights().getOrDefault(area, Set.of())));
    if (verbs.contains(IMPORT)) {
      verbs.add(CREATE);
    }
    return verbs;
  }
}
