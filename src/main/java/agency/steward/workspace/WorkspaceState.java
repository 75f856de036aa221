package agency.steward.workspace;

/** Contract 2: {@code state} is the first that applies. */
public enum WorkspaceState {
  SUSPENDED,
  CREDENTIAL_INVALID,
  PLAN_INACTIVE,
  ACTIVE;

  /** As it stands in answers and filters. */
  public String wire() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
