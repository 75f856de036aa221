package agency.steward.changeset;

import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A kind whose subjects lie in one list of Instantly's: many of them are read and read back a page
 * at a time, and what was done to them can be planned backwards.
 */
public interface SurveyedKind extends ChangeKind {

  @Override
  default boolean isRepeatable() {
    return true;
  }

  /** The kind of change set that takes it back. */
  default String inverseKind() {
    return name();
  }

  /** Where its subjects are listed. */
  Listing listing();

  /** A complete look. */
  Present survey(InstantlyWorkspace instantly);

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
}
