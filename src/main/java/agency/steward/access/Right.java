package agency.steward.access;

import static agency.steward.access.FleetRole.AGENCY_APPROVER;
import static agency.steward.access.FleetRole.AGENCY_AUDITOR;
import static agency.steward.access.FleetRole.AGENCY_AUTOMATION;

import java.util.Set;

/**
 * What one may want to do, and which fleet role may: the one table. {@code agency-admin} may
 * everything and is not named in it.
 */
public enum Right {
  WORKSPACE_READ(AGENCY_APPROVER, AGENCY_AUTOMATION, AGENCY_AUDITOR),
  /** Register and import, with labels. */
  WORKSPACE_REGISTER(AGENCY_AUTOMATION),
  WORKSPACE_EDIT,
  WORKSPACE_LABEL,
  WORKSPACE_VERIFY(AGENCY_AUTOMATION),
  /** Suspend and resume. */
  WORKSPACE_SUSPEND,
  WORKSPACE_CREDENTIAL,
  WORKSPACE_DELETE,
  MEMBER_READ(AGENCY_APPROVER, AGENCY_AUTOMATION, AGENCY_AUDITOR),
  MEMBER_INVITE(AGENCY_AUTOMATION),
  /** Change a member who is there. */
  MEMBER_WRITE(AGENCY_AUTOMATION),
  /** Remove a member or cancel an invitation, one row in one request. */
  MEMBER_DELETE,
  GRANT_READ(AGENCY_AUDITOR),
  GRANT_WRITE,
  PROFILE_READ(AGENCY_APPROVER, AGENCY_AUTOMATION, AGENCY_AUDITOR),
  LEDGER_READ(AGENCY_AUDITOR),
  CHANGE_SET_READ(AGENCY_APPROVER, AGENCY_AUTOMATION, AGENCY_AUDITOR);

  private final Set<FleetRole> roles;

  Right(FleetRole... roles) {
    this.roles = Set.of(roles);
  }

  /** Whether this fleet role carries the right, everywhere. */
  public boolean isOf(FleetRole role) {
    return role == FleetRole.AGENCY_ADMIN || roles.contains(role);
  }
}
