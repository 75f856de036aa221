package agency.steward.changeset.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** An object as it will be once some of its fields have been set. */
public final class Patch {
  private Patch() {}

  /**
   * @param set null takes a field away
   */
  public static ObjectNode with(ObjectNode before, ObjectNode set) {
    ObjectNode after = before.deepCopy();
    for (Map.Entry<String, JsonNode> field : set.properties()) {
      if (field.getValue().isNull()) {
        after.remove(field.getKey());
      } else {
        after.set(field.getKey(), field.getValue());
      }
    }
    return after;
  }
}
