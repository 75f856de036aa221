package agency.steward.fleet;

import agency.steward.instantly.InstantlyWorkspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The socket of the fan-out: what a feature reads in one workspace. */
@FunctionalInterface
public interface WorkspaceRead {

  /** The rows of one workspace, Instantly's objects as they are. */
  List<ObjectNode> read(InstantlyWorkspace workspace);
}
