package agency.steward.changeset;

import agency.steward.instantly.InstantlyWorkspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * What a change has in common with changes of other subjects in its workspace, so that only one of
 * them may be under way.
 *
 * @param lease its name within the workspace; held from before the look until the read-back
 * @param look what the guards want to see of it
 */
public record SharedGround(String lease, Look look) {
  /** Who administers a workspace: held by whoever takes one of them away, or makes one owner. */
  public static final String ADMINS = "admins";

  /** Reads on until it has seen enough. */
  @FunctionalInterface
  public interface Look {

    /**
     * @param inDoubt ids of objects that a change is under way for, whose outcome nobody knows:
     *     they count for nothing
     */
    List<ObjectNode> around(InstantlyWorkspace instantly, Set<String> inDoubt);
  }
}
