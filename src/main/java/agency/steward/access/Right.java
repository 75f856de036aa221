package agency.steward.access;

import static agency.steward.access.caller.FleetRole.AGENCY_APPROVER;
import static agency.steward.access.caller.FleetRole.AGENCY_AUDITOR;
import static agency.steward.access.caller.FleetRole.AGENCY_AUTOMATION;

import agency.steward.access.caller.FleetRole;
import agency.steward.access.grant.Narrowing;
import agency.steward.access.job.Area;
import agency.steward.access.job.Profile;
import agency.steward.access.job.Verb;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The one table of who may do what: each right, the fleet roles that carry it everywhere, and the
 * profiles that carry it in the workspaces of a grant. {@code agency-admin} may do everything and
 * is not named.
 */
public enum Right {
  /** See that a workspace is there, its state and labels: whoever holds any profile in it. */
  WORKSPACE_READ(Carrier.ANY, AGENCY_APPROVER, AGENCY_AUTOMATION, AGENCY_AUDITOR),
  /** Register and import, with labels. */
  WORKSPACE_REGISTER(Carrier.NONE, AGENCY_AUTOMATION),
  /** Steward's own name and the external id. */
  WORKSPACE_EDIT(Carrier.NONE),
  WORKSPACE_LABEL(Carrier.NONE),
  WORKSPACE_VERIFY(Carrier.NONE, AGENCY_AUTOMATION),
  /** Suspend and resume. */
  WORKSPACE_SUSPEND(Carrier.NONE),
  WORKSPACE_CREDENTIAL(Carrier.NONE),
  WORKSPACE_DELETE(Carrier.NONE),

  MEMBER_READ(
      Carrier.of(Verb.VIEW, Area.MEMBERS), AGENCY_APPROVER, AGENCY_AUTOMATION, AGENCY_AUDITOR),
  MEMBER_INVITE(Carrier.of(Verb.CREATE, Area.MEMBERS), AGENCY_AUTOMATION),
  /** Change a member who is there. */
  MEMBER_WRITE(Carrier.of(Verb.EDIT, Area.MEMBERS), AGENCY_AUTOMATION),
  /** Remove a member or cancel an invitation, one row in one request. */
  MEMBER_DELETE(Carrier.of(Verb.DELETE, Area.MEMBERS)),

  /** Instantly's workspace object. */
  DETAILS_READ(
      Carrier.of(Verb.VIEW, Area.DETAILS), AGENCY_APPROVER, AGENCY_AUTOMATION, AGENCY_AUDITOR),
  /** Instantly's own name of the workspace, and its logo. */
  DETAILS_WRITE(Carrier.of(Verb.EDIT, Area.DETAILS)),
  PLAN_READ(Carrier.of(Verb.VIEW, Area.PLAN), AGENCY_AUDITOR),

  OWNER_READ(
      Carrier.of(Verb.VIEW, Area.MEMBERS), AGENCY_APPROVER, AGENCY_AUTOMATION, AGENCY_AUDITOR),
  OWNER_TRANSFER(Carrier.NONE),

  GROUP_READ(Carrier.of(Verb.VIEW, Area.GROUP), AGENCY_APPROVER, AGENCY_AUDITOR),
  GROUP_INVITE(Carrier.of(Verb.CREATE, Area.GROUP)),
  /** End a link, from either side. */
  GROUP_DELETE(Carrier.of(Verb.DELETE, Area.GROUP)),

  TAG_READ(Carrier.of(Verb.VIEW, Area.TAGS), AGENCY_APPROVER, AGENCY_AUDITOR),
  TAG_CREATE(Carrier.of(Verb.CREATE, Area.TAGS)),
  /** Rename a tag, put it on something and take it off. */
  TAG_WRITE(Carrier.of(Verb.EDIT, Area.TAGS)),
  TAG_DELETE(Carrier.of(Verb.DELETE, Area.TAGS)),

  CAMPAIGN_READ(Carrier.of(Verb.VIEW, Area.CAMPAIGNS), AGENCY_APPROVER, AGENCY_AUDITOR),
  ACCOUNT_READ(Carrier.of(Verb.VIEW, Area.ACCOUNTS), AGENCY_APPROVER, AGENCY_AUDITOR),
  WEBHOOK_READ(Carrier.of(Verb.VIEW, Area.WEBHOOKS), AGENCY_AUDITOR),

  API_KEY_READ(Carrier.of(Verb.VIEW, Area.API_KEYS), AGENCY_APPROVER, AGENCY_AUDITOR),
  API_KEY_CREATE(Carrier.of(Verb.CREATE, Area.API_KEYS)),
  API_KEY_DELETE(Carrier.of(Verb.DELETE, Area.API_KEYS)),

  /** Instantly's own log. */
  AUDIT_LOG_READ(Carrier.of(Verb.VIEW, Area.AUDIT_LOGS), AGENCY_AUDITOR),

  PROFILE_WRITE(Carrier.NONE),
  GRANT_READ(Carrier.NONE, AGENCY_AUDITOR),
  GRANT_WRITE(Carrier.NONE),

  CHANGE_SET_READ(
      Carrier.of(Verb.VIEW, Area.MEMBERS), AGENCY_APPROVER, AGENCY_AUTOMATION, AGENCY_AUDITOR),
  /** Ask for one, and apply, hold and end one's own; what it does needs its own rights too. */
  CHANGE_SET_CREATE(Carrier.of(Verb.EDIT, Area.TAGS), AGENCY_AUTOMATION),
  /** Approve and reject those of others, and apply what is approved. */
  CHANGE_SET_APPROVE(Carrier.NONE, AGENCY_APPROVER),
  LEDGER_READ(Carrier.of(Verb.VIEW, Area.AUDIT_LOGS), AGENCY_AUDITOR);

  private final Carrier carrier;
  private final Set<FleetRole> roles;

  Right(Carrier carrier, FleetRole... roles) {
    this.carrier = carrier;
    this.roles = Set.of(roles);
  }

  /** Whether this fleet role carries the right, everywhere. */
  public boolean isOf(FleetRole role) {
    return role == FleetRole.AGENCY_ADMIN || roles.contains(role);
  }

  /** Whether this profile carries the right, in the workspaces of its grant. */
  public boolean isOf(Profile profile) {
    return carrier.carriedBy(profile);
  }

  /** The same for a grant that may be narrowed to tags: then reading what is tagged is left. */
  public boolean isOf(Profile profile, Narrowing narrowing) {
    return isOf(profile)
        && switch (narrowing) {
          case Narrowing.Everything whole -> true;
          case Narrowing.Tagged tagged -> isAboutWhatIsTagged();
        };
  }

  private boolean isAboutWhatIsTagged() {
    return this == CAMPAIGN_READ || this == ACCOUNT_READ;
  }

  /** Reads what {@link #wire()} gives. */
  public static Optional<Right> of(String wire) {
    for (Right right : values()) {
      if (right.wire().equals(wire)) {
        return Optional.of(right);
      }
    }
    return Optional.empty();
  }

  /** As it stands in answers and in the documentation. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
