package agency.steward.access.job;

import static agency.steward.access.job.Verb.CREATE;
import static agency.steward.access.job.Verb.EDIT;
import static agency.steward.access.job.Verb.IMPORT;
import static agency.steward.access.job.Verb.LAUNCH;
import static agency.steward.access.job.Verb.VIEW;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The four profiles that are always there: the table of contract 5. */
final class BuiltIn {
  private static final Set<Verb> READ = Set.of(VIEW);
  private static final Set<Verb> DRAFT = Set.of(VIEW, CREATE, EDIT);

  static final List<Profile> PROFILES = List.of(admin(), manager(), sdr(), viewer());

  private BuiltIn() {}

  private static Profile admin() {
    var rights = new EnumMap<Area, Set<Verb>>(Area.class);
    for (Area area : Area.values()) {
      rights.put(area, area.full());
    }
    return profile("admin", "admin", List.of(), rights);
  }

  private static Profile manager() {
    var rights = new EnumMap<Area, Set<Verb>>(Area.class);
    rights.put(Area.CAMPAIGNS, DRAFT);
    rights.put(Area.LEADS, DRAFT);
    rights.put(Area.ACCOUNTS, READ);
    rights.put(Area.WEBHOOKS, Set.of(VIEW, CREATE));
    rights.put(Area.API_KEYS, READ);
    rights.put(Area.MEMBERS, READ);
    rights.put(Area.TAGS, Set.of(VIEW, EDIT));
    rights.put(Area.GROUP, READ);
    rights.put(Area.PLAN, READ);
    rights.put(Area.DETAILS, READ);
    rights.put(Area.AUDIT_LOGS, READ);
    return profile("manager", "editor", List.of(), rights);
  }

  private static Profile sdr() {
    return profile(
        "sdr",
        "editor",
        List.of("campaigns.view", "leadManagement.view", "accounts.view", "unibox.all"),
        Map.of(
            Area.CAMPAIGNS,
            Set.of(VIEW, LAUNCH),
            Area.LEADS,
            Set.of(VIEW, IMPORT),
            Area.ACCOUNTS,
            READ,
            Area.TAGS,
            READ));
  }

  private static Profile viewer() {
    return profile(
        "viewer",
        "view",
        List.of(),
        Map.of(Area.CAMPAIGNS, READ, Area.LEADS, READ, Area.ACCOUNTS, READ, Area.TAGS, READ));
  }

  private static Profile profile(
      String name, String role, List<String> permissions, Map<Area, Set<Verb>> rights) {
    return new Profile(name, role, permissions, KeyScopes.of(rights), rights);
  }
}
