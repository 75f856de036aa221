package agency.steward.fleet.answer;

import agency.steward.instantly.body.RawPage;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Instantly's objects as they go out: under their own field names, unknown fields included, but
 * {@code workspace_id} and {@code workspace_name} are Steward's in every answer (contract 1).
 */
public final class Outward {
  /** What comes in front of a name of Instantly's that is Steward's in answers. */
  static final String RENAMED = "instantly_";

  private Outward() {}

  /** The name under which a field of Instantly's object goes out. */
  public static String name(String field) {
    return RawPage.HIDDEN.contains(field) ? RENAMED + field : field;
  }

  /** A whole object, Steward's id and name of its workspace in front. */
  public static ObjectNode object(Workspace workspace, ObjectNode object) {
    ObjectNode outward =
        JsonNodeFactory.instance
            .objectNode()
            .put("workspace_id", workspace.id().toString())
            .put("workspace_name", workspace.name());
    return named(outward, object);
  }

  /** An object of Instantly's inside of something that says itself which workspace it is of. */
  public static ObjectNode inner(ObjectNode object) {
    return named(JsonNodeFactory.instance.objectNode(), object);
  }

  private static ObjectNode named(ObjectNode outward, ObjectNode object) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      outward.set(name(field.getKey()), field.getValue());
    }
    return outward;
  }
}
