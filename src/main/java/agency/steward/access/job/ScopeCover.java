package agency.steward.access.job;

import static agency.steward.access.job.Verb.CREATE;
import static agency.steward.access.job.Verb.DELETE;
import static agency.steward.access.job.Verb.EDIT;
import static agency.steward.access.job.Verb.IMPORT;
import static agency.steward.access.job.Verb.VIEW;
import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which scopes of an Instantly key (facts.md 1.2) are within somebody's rights. What is in nobody's
 * rights by this table is within none: above all minting keys, appointing members, linking
 * workspaces and what {@code workspaces:update} would allow, the transfer of the owner.
 */
public final class ScopeCover {
  private static final Map<String, Area> RESOURCES =
      new TreeMap<>(
          Map.ofEntries(
              entry("campaigns", Area.CAMPAIGNS),
              entry("subsequences", Area.CAMPAIGNS),
              entry("leads", Area.LEADS),
              entry("lead_lists", Area.LEADS),
              entry("lead-labels", Area.LEADS),
              entry("accounts", Area.ACCOUNTS),
              entry("webhooks", Area.WEBHOOKS),
              entry("custom_tags", Area.TAGS),
              entry("custom_tag_mappings", Area.TAGS),
              entry("workspace_members", Area.MEMBERS),
              entry("workspace_group_members", Area.GROUP),
              entry("workspace_billing", Area.PLAN),
              entry("workspaces", Area.DETAILS),
              entry("audit_logs", Area.AUDIT_LOGS)));

  private static final Set<Area> ONLY_READ =
      Set.of(Area.MEMBERS, Area.GROUP, Area.PLAN, Area.DETAILS, Area.AUDIT_LOGS);

  private static final List<String> ACTIONS = List.of("read", "create", "update", "delete", "all");

  private ScopeCover() {}

  /** Every scope that is within these rights, by name. */
  public static List<String> within(Map<Area, Set<Verb>> rights) {
    return RESOURCES.keySet().stream()
        .flatMap(resource -> ACTIONS.stream().map(action -> resource + ":" + action))
        .filter(scope -> covers(rights, scope))
        .toList();
  }

  /** Whether a key with this scope can do no more than these rights say. */
  public static boolean covers(Map<Area, Set<Verb>> rights, String scope) {
    int colon = scope.indexOf(':');
    Area area = colon < 0 ? null : RESOURCES.get(scope.substring(0, colon));
    if (area == null) {
      return false;
    }
    String action = scope.substring(colon + 1);
    Set<Verb> held = rights.getOrDefault(area, Set.of());
    return (action.equals("read") || !ONLY_READ.contains(area)) && allows(held, action);
  }

  private static boolean allows(Set<Verb> held, String action) {
    return switch (action) {
      case "read" -> held.contains(VIEW);
      case "create" -> held.contains(CREATE) || held.contains(IMPORT);
      case "update" -> held.contains(EDIT);
      case "delete" -> held.contains(DELETE);
      case "all" -> held.containsAll(Set.of(VIEW, CREATE, EDIT, DELETE));
      default -> false;
    };
  }
}
