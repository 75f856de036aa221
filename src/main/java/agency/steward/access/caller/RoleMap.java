package agency.steward.access.caller;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the names of groups in a token mean as fleet roles. */
final class RoleMap {
  private final Map<String, FleetRole> roles = new HashMap<>();

  /**
   * @param entries {@code their-name=agency-admin}; the last {@code =} separates, since a name may
   *     contain one (LDAP names do)
   * @throws IllegalArgumentException for an entry of another form: a typo must not silently cost
   *     somebody a role
   */
  RoleMap(List<String> entries) {
    for (FleetRole role : FleetRole.values()) {
      roles.put(role.wire(), role);
    }
    entries.stream().map(String::strip).filter(e -> !e.isEmpty()).forEach(this::add);
  }

  private void add(String entry) {
    int equals = entry.lastIndexOf('=');
    FleetRole role =
        FleetRole.of(entry.substring(equals + 1).strip())
            .filter(ignored -> equals > 0)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "STEWARD_ROLE_MAP: '"
                        + entry
                        + "' is not of the form their-name=agency-admin"));
    roles.put(entry.substring(0, equals).strip(), role);
  }

  Set<FleetRole> of(Set<String> groups) {
    var found = new HashSet<FleetRole>();
    groups.forEach(group -> {
      FleetRole role = roles.get(group);
      if (role != null) {
        found.add(role);
      }
    });
    return Set.copyOf(found);
  }
}
