package agency.steward.changeset;

import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.instantly.InstantlyWorkspace;
import java.util.List;

/** A kind whose changes can be planned backwards. */
public interface Reversible extends ChangeKind {

  /** The kind of change set that takes it back. */
  default String inverseKind() {
    return name();
  }

  /**
   * Reads everything the way back depends on.
   *
   * @param done what was wanted of each change that was made
   */
  Present lookBack(InstantlyWorkspace instantly, List<Intent> done);

  /**
   * Pure: the way back, given the present state. Leaves out what is no longer as Steward left it
   * and what cannot be brought back.
   *
   * @param done the change that was made; it knows the id of anything it created
   */
  List<Step> back(Intent intent, Change done, Present present);
}
