package agency.steward.group.change;

import agency.steward.changeset.Present;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Groups that Instantly knows nothing of, for planners. */
public final class Imagined {
  public static final String ADMIN = "agency";

  private Imagined() {}

  /** They ask nobody. */
  @SuppressWarnings("NullAway") // planners only think
  public static GroupKinds kinds() {
    return new GroupKinds(null, null);
  }

  public static Present links(List<ObjectNode> links) {
    return Survey.of(ADMIN, false, links);
  }

  /** Of a workspace that is in a group itself. */
  public static Present ofASub() {
    return Survey.of("sub", true, List.of());
  }

  public static ObjectNode link(String id, String sub, String status) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id)
        .put("admin_workspace_id", ADMIN)
        .put("sub_workspace_id", sub)
        .put("status", status);
  }
}
