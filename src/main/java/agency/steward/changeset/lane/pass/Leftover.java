package agency.steward.changeset.lane.pass;

import agency.steward.changeset.Sight;
import agency.steward.changeset.lane.LaneRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A row that Instantly has said yes to, and whose effect has not shown.
 *
 * @param written what the write was answered
 * @param last the last look at it, where there was one and it gave an answer
 */
record Leftover(LaneRow row, Optional<ObjectNode> written, Optional<Sight> last) {

  /** Once it was looked at again. */
  Leftover seen(Sight sight) {
    return new Leftover(row, written, Optional.of(sight));
  }

  /** Once the last look gave no answer: that it did not show before says nothing of now. */
  Leftover unseen() {
    return new Leftover(row, written, Optional.empty());
  }

  boolean isDone() {
    return last.filter(Sight.AsWanted.class::isInstance).isPresent();
  }
}
