package agency.steward.tag.change.assignment;

import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.tag.read.Carrier;
import agency.steward.tag.read.KnownTags;
import agency.steward.tag.read.Mappings;
import agency.steward.tag.read.Tag;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything a plan of a {@link Batch} has to know, as JSON: the present {@link Tagging}, the live
 * campaigns that send by one of its tags, and what of the batch does not exist.
 */
final class Survey {
  static final String UNKNOWN_TAGS = "unknown_tags";
  static final String AMBIGUOUS = "ambiguous_labels";
  static final String UNKNOWN_RESOURCES = "unknown_resources";

  private final InstantlyWorkspace instantly;
  private final Batch batch;

  private Survey(InstantlyWorkspace instantly, Batch batch) {
    this.instantly = instantly;
    this.batch = batch;
  }

  /** Reads on only as long as what is asked for can be done at all. */
  static ObjectNode of(InstantlyWorkspace instantly, Batch batch) {
    return new Survey(instantly, batch).survey();
  }

  private ObjectNode survey() {
    KnownTags known = KnownTags.of(instantly);
    ObjectNode faults = faultyTags(known);
    return faults.isEmpty() ? survey(known) : faults;
  }

  private ObjectNode survey(KnownTags known) {
    List<ObjectNode> seen = batch.assign() ? List.of() : Mappings.of(instantly, batch.resources());
    Map<String, String> carrying = Mappings.spellings(batch.carrier(), seen);
    Map<String, String> spellings = spellings(carrying);
    ObjectNode strangers = strangers(spellings);
    if (!strangers.isEmpty()) {
      return strangers;
    }
    var resources = new TreeSet<>(spellings.values());
    // What was sought may carry a tag too, and another spelling another one.
    boolean same = carrying.equals(spellings) && resources.equals(batch.resources());
    return whole(tags(known), resources, same ? seen : Mappings.of(instantly, resources));
  }

  private ObjectNode faultyTags(KnownTags known) {
    var unknown = new TreeSet<>(batch.tagIds());
    unknown.removeAll(known.idsAmong(batch.tagIds()));
    var ambiguous = new TreeSet<String>();
    for (String label : batch.labels()) {
      switch (known.labelled(label).size()) {
        case 0 -> unknown.add(label);
        case 1 -> {}
        default -> ambiguous.add(label);
      }
    }
    ObjectNode faults = JsonNodeFactory.instance.objectNode();
    put(faults, UNKNOWN_TAGS, unknown);
    put(faults, AMBIGUOUS, ambiguous);
    return faults;
  }

  /**
   * What carries a tag is known; to take one off, that is enough.
   *
   * @param carrying how those are spelt
   */
  private Map<String, String> spellings(Map<String, String> carrying) {
    Carrier carrier = batch.carrier();
    var spellings = new HashMap<>(carrying);
    List<String> sought =
        batch.resources().stream().filter(id -> !spellings.containsKey(carrier.key(id))).toList();
    spellings.putAll(Existing.among(instantly, carrier, sought));
    return spellings;
  }

  private ObjectNode strangers(Map<String, String> spellings) {
    ObjectNode strangers = JsonNodeFactory.instance.objectNode();
    put(
        strangers,
        UNKNOWN_RESOURCES,
        batch.resources().stream()
            .filter(id -> !spellings.containsKey(batch.carrier().key(id)))
            .collect(Collectors.toCollection(TreeSet::new)));
    return strangers;
  }

  private ObjectNode whole(
      SortedMap<String, String> tags, SortedSet<String> resources, List<ObjectNode> mappings) {
    Tagging present =
        new Tagging(batch.carrier(), tags, resources, new TreeMap<>())
            .carrying(Mappings.tags(batch.carrier(), mappings));
    ObjectNode whole = present.json();
    if (batch.carrier() == Carrier.ACCOUNT && !present.equals(present.wholly(batch.assign()))) {
      whole.set(LiveCampaigns.FIELD, LiveCampaigns.sendingBy(instantly, tags.keySet()));
    }
    return whole;
  }

  private SortedMap<String, String> tags(KnownTags known) {
    var tags = new TreeMap<String, String>();
    batch.tagIds().forEach(id -> known.byId(id).ifPresent(tag -> tags.put(id, Tag.label(tag))));
    batch
        .labels()
        .forEach(
            label -> known.labelled(label).forEach(tag -> tags.put(Tag.id(tag), Tag.label(tag))));
    return tags;
  }

  private static void put(ObjectNode json, String field, SortedSet<String> texts) {
    if (!texts.isEmpty()) {
      texts.forEach(json.putArray(field)::add);
    }
  }
}
