package agency.steward.changeset;

import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A kind whose subjects lie in one list of Instantly's: many of them are read and read back a page
 * at a time, and what was done to them can be planned backwards.
 */
public interface SurveyedKind extends Reversible {

  @Override
  default boolean isRepeatable() {
    return true;
  }

  /** Where its subjects are listed. */
  Listing listing();

  /** A complete look. */
  Present survey(InstantlyWorkspace instantly);

  /**
   * The same for a kind that sees more than the list says, and only of what it is asked about.
   *
   * @param about what is wanted of the rows that are compared with it
   */
  default Present survey(InstantlyWorkspace instantly, List<Intent> about) {
    return survey(instantly);
  }

  /** Whether a row can be compared with an object as it comes in a page, without the survey. */
  default boolean isPaged() {
    return true;
  }

  /** Whether this object of the list is the subject. */
  boolean isSubject(ObjectNode object, Intent intent, Change change);

  /** What it means that the subject is as the list shows it; pure. */
  Sight sight(Intent intent, Change change, Optional<ObjectNode> now);

  /**
   * The way back, judged by what is now; pure. Empty where it is no longer as we left it, or cannot
   * be brought back.
   *
   * @param done the change that was made, with the id of the object where it could be seen
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
