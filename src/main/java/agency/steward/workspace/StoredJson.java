package agency.steward.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Labels and conditions as they lie in their jsonb columns. */
final class StoredJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StoredJson() {}

  static String labels(Map<String, String> labels) {
    ObjectNode node = JSON.createObjectNode();
    labels.forEach(node::put);
    return node.toString();
  }

  static Map<String, String> labels(String stored) {
    var labels = new TreeMap<String, String>();
    parse(stored).properties().forEach(e -> labels.put(e.getKey(), e.getValue().asText()));
    return Collections.unmodifiableMap(labels);
  }

  static String array(Collection<String> texts) {
    ArrayNode node = JSON.createArrayNode();
    texts.forEach(node::add);
    return node.toString();
  }

  static String conditions(Collection<Condition> conditions) {
    ObjectNode node = JSON.createObjectNode();
    conditions.forEach(c -> node.set(c.type().name(), condition(c)));
    return node.toString();
  }

  static List<Condition> conditions(String stored) {
    JsonNode node = parse(stored);
    var conditions = new ArrayList<Condition>();
    for (Condition.Type type : Condition.Type.values()) {
      if (node.has(type.name())) {
        conditions.add(condition(type, node.get(type.name())));
      }
    }
    return Collections.unmodifiableList(conditions);
  }

  private static ObjectNode condition(Condition condition) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("ok", condition.ok())
            .put("code", condition.code())
            .put("detail", condition.detail())
            .put("since", condition.since().toString())
            .put("checked_at", condition.checkedAt().toString());
    ArrayNode missing = node.putArray("missing");
    condition.missing().forEach(missing::add);
    return node;
  }

  private static Condition condition(Condition.Type type, JsonNode node) {
    var missing = new ArrayList<String>();
    node.get("missing").forEach(scope -> missing.add(scope.asText()));
    return new Condition(
        type,
        node.get("ok").asBoolean(),
        node.get("code").asText(),
        node.get("detail").asText(),
        Instant.parse(node.get("since").asText()),
        Instant.parse(node.get("checked_at").asText()),
        missing);
  }

  private static JsonNode parse(String stored) {
    try {
      return JSON.readTree(stored);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A jsonb column holds no JSON", e);
    }
  }
}
