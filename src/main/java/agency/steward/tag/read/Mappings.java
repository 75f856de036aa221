package agency.steward.tag.read;

import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who carries which tag (facts.md 4.3). Always read to the end; what a filter of Instantly's lets
 * through besides is left out.
 */
public final class Mappings {
  /** So many ids fit into the query of one call, long addresses too. */
  private static final int AT_ONCE = 50;

  private Mappings() {}

  /** All of the workspace. */
  public static List<ObjectNode> all(InstantlyWorkspace instantly) {
    return instantly.list(Listing.TAG_MAPPINGS, Map.of());
  }

  /**
   * Those of accounts and campaigns with these ids.
   *
   * @param ids without commas
   */
  public static List<ObjectNode> of(InstantlyWorkspace instantly, Collection<String> ids) {
    Set<String> wanted = ids.stream().map(Mappings::key).collect(Collectors.toSet());
    var found = new ArrayList<ObjectNode>();
    List<String> inOrder = Stream.concat(ids.stream(), wanted.stream()).distinct().toList();
    for (int from = 0; from < inOrder.size(); from += AT_ONCE) {
      List<String> some = inOrder.subList(from, Math.min(inOrder.size(), from + AT_ONCE));
      found.addAll(
          instantly.list(Listing.TAG_MAPPINGS, Map.of("resource_ids", String.join(",", some))));
    }
    return found.stream().filter(mapping -> wanted.contains(key(resource(mapping)))).toList();
  }

  /** The ids of the tags that each carries, by {@link Carrier#key}. */
  public static Map<String, Set<String>> tags(Carrier carrier, List<ObjectNode> mappings) {
    var tags = new HashMap<String, Set<String>>();
    for (ObjectNode mapping : ofKind(carrier, mappings)) {
      tags.computeIfAbsent(carrier.key(resource(mapping)), id -> new HashSet<>())
          .add(mapping.path("tag_id").asText());
    }
    return tags;
  }

  /** How Instantly spells the id of each, by {@link Carrier#key}. */
  public static Map<String, String> spellings(Carrier carrier, List<ObjectNode> mappings) {
    var spellings = new HashMap<String, String>();
    ofKind(carrier, mappings)
        .forEach(mapping -> spellings.put(carrier.key(resource(mapping)), resource(mapping)));
    return spellings;
  }

  private static List<ObjectNode> ofKind(Carrier carrier, List<ObjectNode> mappings) {
    return mappings.stream()
        .filter(mapping -> Carrier.of(mapping).filter(carrier::equals).isPresent())
        .toList();
  }

  /** With the kind of what carries the tag as a word; one that is not known yet stays a number. */
  public static ObjectNode outward(ObjectNode mapping) {
    String type =
        Carrier.of(mapping)
            .map(Carrier::wire)
            .orElseGet(() -> mapping.path("resource_type").asText());
    return mapping.deepCopy().put("resource_type", type);
  }

  private static String resource(ObjectNode mapping) {
    return mapping.path("resource_id").asText();
  }

  private static String key(String id) {
    return id.contains("@") ? Carrier.ACCOUNT.key(id) : id;
  }
}
