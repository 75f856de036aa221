package agency.steward.fleet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What is shown of a workspace that did not answer; see {@link FleetRead#standingIn}. */
@FunctionalInterface
public interface StandIn {

  /** Its row, or nothing. Called while the answer is sent: no calls, no waiting. */
  Optional<ObjectNode> row(Absent absent);
}
