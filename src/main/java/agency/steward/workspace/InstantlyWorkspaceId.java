package agency.steward.workspace;

/** Instantly's id of a workspace: an opaque string (facts.md 1.1). */
public record InstantlyWorkspaceId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
