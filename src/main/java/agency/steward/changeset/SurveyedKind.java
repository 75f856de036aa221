package agency.steward.changeset;

import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A kind whose subjects are in one list of Instantly's. Many of them are read, and read back, a
 * page at a time; and what was done to them can be undone.
 */
public interface SurveyedKind extends Reversible {

  @Override
  default boolean isRepeatable() {
    return true;
  }

  /** Where its subjects are listed. */
  Listing listing();

  /** Reads everything. */
  Present survey(InstantlyWorkspace instantly);

  /**
   * The same for a kind that has to read more than the list, for the given wishes only.
   *
   * @param about the wishes of the rows that are compared with it
   */
  default Present survey(InstantlyWorkspace instantly, List<Intent> about) {
    return survey(instantly);
  }

  /** Whether a row can be compared with the object as the page shows it, without reading more. */
  default boolean isPaged() {
    return true;
  }

  /** Whether this object of the list is the subject. */
  boolean isSubject(ObjectNode object, Intent intent, Change change);

  /** Pure: what the object in the list says about the outcome. */
  Sight sight(Intent intent, Change change, Optional<ObjectNode> now);

  /**
   * Pure: the way back, given the present state. Empty if the subject is no longer as Steward left
   * it, or cannot be brought back.
   *
   * @param done the change that was made, with the id of the object if it was seen
   */
  Optional<Step> inverse(Intent intent, Change done, Present present);

  @Override
  default Present lookBack(InstantlyWorkspace instantly, List<Intent> done) {
    return survey(instantly, done);
  }

  @Override
  default List<Step> back(Intent intent, Change done, Present present) {
    return inverse(intent, done, present).stream().toList();
  }
}
