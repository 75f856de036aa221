package agency.steward.tag.change.assignment;

import agency.steward.tag.read.Carrier;
import agency.steward.tag.read.Tag;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which of some accounts or campaigns carry which of some tags.
 *
 * @param tags {@code id} and {@code label} of each, by id
 * @param resources as Instantly spells their ids
 * @param carried by the id of the tag, every tag in it
 */
record Tagging(
    Carrier carrier,
    SortedMap<String, String> tags,
    SortedSet<String> resources,
    SortedMap<String, SortedSet<String>> carried) {

  /**
   * @param carriedTags the tags of each resource, by {@link Carrier#key}, others among them
   */
  Tagging carrying(Map<String, Set<String>> carriedTags) {
    var now = new TreeMap<String, SortedSet<String>>();
    for (String tag : tags.keySet()) {
      var carriers = new TreeSet<String>();
      resources.stream()
          .filter(id -> carriedTags.getOrDefault(carrier.key(id), Set.of()).contains(tag))
          .forEach(carriers::add);
      now.put(tag, carriers);
    }
    return new Tagging(carrier, tags, resources, now);
  }

  /** All of the tags on all of the resources, or none on any. */
  Tagging wholly(boolean assigned) {
    var now = new TreeMap<String, SortedSet<String>>();
    tags.keySet().forEach(tag -> now.put(tag, assigned ? resources : new TreeSet<>()));
    return new Tagging(carrier, tags, resources, now);
  }

  /** One tag on one resource. */
  record Pair(String tag, String resource) {}

  List<Pair> pairs() {
    var pairs = new ArrayList<Pair>();
    tags.keySet().forEach(tag -> resources.forEach(id -> pairs.add(new Pair(tag, id))));
    return pairs;
  }

  boolean has(Pair pair) {
    return carried.getOrDefault(pair.tag(), new TreeSet<>()).contains(pair.resource());
  }

  /** The pairs of which both say different things. */
  List<Pair> differences(Tagging other) {
    return pairs().stream().filter(pair -> has(pair) != other.has(pair)).toList();
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("resource_type", carrier.wire());
    var shown = json.putArray("tags");
    tags.forEach((id, label) -> shown.addObject().put(Tag.ID, id).put(Tag.LABEL, label));
    resources.forEach(json.putArray("resource_ids")::add);
    ObjectNode carriers = json.putObject("carried");
    carried.forEach((tag, ids) -> ids.forEach(carriers.putArray(tag)::add));
    return json;
  }

  static Tagging of(JsonNode json) {
    var tags = new TreeMap<String, String>();
    json.path("tags")
        .forEach(tag -> tags.put(tag.path(Tag.ID).asText(), tag.path(Tag.LABEL).asText()));
    var carried = new TreeMap<String, SortedSet<String>>();
    json.path("carried")
        .properties()
        .forEach(tag -> carried.put(tag.getKey(), new TreeSet<>(Batch.texts(tag.getValue()))));
    return new Tagging(
        Carrier.of(json.path("resource_type").asText()).orElseThrow(),
        tags,
        new TreeSet<>(Batch.texts(json.path("resource_ids"))),
        carried);
  }
}
