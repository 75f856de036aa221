package agency.steward.changeset.attempt;

import agency.steward.instantly.wire.Permit;
import agency.steward.workspace.Workspace;

/** A workspace, and for as long as what it may be called for an attempt. */
public record Stay(Workspace workspace, Permit permit) {

  /** For as long as it takes. */
  public static Stay in(Workspace workspace) {
    return new Stay(workspace, Permit.ALWAYS);
  }

  /** Afterwards it is somebody else's to say what became of it. */
  boolean isOver() {
    return !permit.holds();
  }
}
