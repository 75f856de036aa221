package agency.steward.group.change;

import agency.steward.changeset.Present;
import agency.steward.instantly.InstantlyWorkspace;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A complete look at the links of a workspace, and which side of them it is. */
final class Survey {
  static final String LIST = "group_links";
  private static final String SELF = "self";
  private static final String DELEGATED = "delegated";

  private Survey() {}

  static Present of(InstantlyWorkspace instantly, List<ObjectNode> links) {
    boolean delegated = instantly.workspace().isDelegated();
    return of(instantly.workspace().instantlyId().value(), delegated, links);
  }

  /**
   * @param self Instantly's id of the workspace
   * @param delegated whether it is in a group itself
   */
  static Present of(String self, boolean delegated, List<ObjectNode> links) {
    ObjectNode one =
        JsonNodeFactory.instance.objectNode().put(LinkObject.ID, self).put(DELEGATED, delegated);
    return Present.of(LIST, links).with(SELF, List.of(one));
  }

  static String self(Present present) {
    return LinkObject.text(one(present), LinkObject.ID);
  }

  static boolean isDelegated(Present present) {
    return one(present).path(DELEGATED).asBoolean();
  }

  private static ObjectNode one(Present present) {
    return present.others().getOrDefault(SELF, List.of()).getFirst();
  }
}
