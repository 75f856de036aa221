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
   * A complete look at what the way back depends on.
   *
   * @param done what was wanted of each change that was made
   */
  Present lookBack(InstantlyWorkspace instantly, List<Intent> done);

  /**
   * The way back, judged by what is now; pure. Nothing of what is no longer as we left it, or
   * cannot be brought back.
   *
   * @param done the change that was made; of what it has created it knows the id
   */
  List<Step> back(Intent intent, Change done, Present present);
}
