package agency.steward.access;

/** What one may want to do; which role and which profile may do it is one table in this room. */
public enum Right {
  WORKSPACE_READ,
  WORKSPACE_REGISTER,
  WORKSPACE_EDIT,
  WORKSPACE_LABEL,
  WORKSPACE_VERIFY,
  WORKSPACE_SUSPEND,
  WORKSPACE_CREDENTIAL,
  WORKSPACE_DELETE,
  MEMBER_READ,
  MEMBER_WRITE,
  GRANT_READ,
  GRANT_WRITE,
  PROFILE_READ,
  LEDGER_READ,
  CHANGE_SET_READ
}
