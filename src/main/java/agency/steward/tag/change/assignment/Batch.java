package agency.steward.tag.change.assignment;

import agency.steward.changeset.plan.Intent;
import agency.steward.tag.read.Carrier;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Every one of these tags on every one of these accounts or campaigns, or on none of them.
 *
 * @param tagIds empty where labels say which tags
 * @param resources e-mail addresses of accounts, ids of campaigns
 */
public record Batch(
    Set<String> tagIds,
    Set<String> labels,
    Carrier carrier,
    Set<String> resources,
    boolean assign) {

  /** The same batch in another order is the same subject. */
  public Intent intent() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    put(data, "tag_ids", tagIds);
    put(data, "labels", labels);
    data.put("resource_type", carrier.wire());
    put(data, "resource_ids", resources);
    byte[] subject = data.toString().getBytes(StandardCharsets.UTF_8);
    return new Intent("tagging:" + UUID.nameUUIDFromBytes(subject), data.put("assign", assign));
  }

  List<Aim> aims() {
    return resources.stream().map(resource -> new Aim(carrier, resource, assign)).toList();
  }

  static Batch of(Intent intent) {
    ObjectNode data = intent.data();
    return new Batch(
        texts(data.path("tag_ids")),
        texts(data.path("labels")),
        Carrier.of(data.path("resource_type").asText()).orElseThrow(),
        texts(data.path("resource_ids")),
        data.path("assign").asBoolean());
  }

  private static void put(ObjectNode data, String field, Collection<String> texts) {
    new TreeSet<>(texts).forEach(data.putArray(field)::add);
  }

  /** A list of texts. */
  public static Set<String> texts(JsonNode array) {
    var texts = new LinkedHashSet<String>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
