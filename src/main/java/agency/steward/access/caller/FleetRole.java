package agency.steward.access.caller;

import java.util.Locale;
import java.util.Optional;

/** Fleet roles from the token (contract 5). */
public enum FleetRole {
  AGENCY_ADMIN,
  AGENCY_APPROVER,
  AGENCY_AUTOMATION,
  AGENCY_AUDITOR;

  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<FleetRole> of(String wire) {
    for (FleetRole role : values()) {
      if (role.wire().equals(wire)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
