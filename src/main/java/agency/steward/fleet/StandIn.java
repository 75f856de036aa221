package agency.steward.fleet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What is shown of a workspace that did not answer; see {@link FleetRead#standingIn}. */
@FunctionalInterface
public interface StandIn {

  /**
   * Its row, if it has one. Called while the answer is being sent, so it must neither call nor
   * wait.
   */
  Optional<ObjectNode> row(Absent absent);
}
