package agency.steward.changeset;

import agency.steward.instantly.InstantlyWorkspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * Something that a change shares with changes of other subjects in the workspace, so that only one
 * of them may be under way.
 *
 * @param lease its name within the workspace; held from before it is read until the read-back
 * @param look reads what the guards want to see of it
 */
public record SharedGround(String lease, Look look) {
  /** The admins of a workspace: held by a change that takes one away or makes one the owner. */
  public static final String ADMINS = "admins";

  /** Reads on until it has seen enough. */
  @FunctionalInterface
  public interface Look {

    /**
     * @param inDoubt ids of objects whose change is under way with an unknown outcome: guards do
     *     not count them
     */
    List<ObjectNode> around(InstantlyWorkspace instantly, Set<String> inDoubt);
  }
}
