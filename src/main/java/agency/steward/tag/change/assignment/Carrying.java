package agency.steward.tag.change.assignment;

import agency.steward.changeset.Present;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.tag.read.Carrier;
import agency.steward.tag.read.KnownTags;
import agency.steward.tag.read.Mappings;
import agency.steward.tag.read.Tag;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at many pairs at once: every tag of the workspace, under {@code carried_by} which of the
 * accounts and campaigns in question carry it, and where accounts are among them, under {@code
 * live_campaigns} those that send by it.
 */
public final class Carrying {
  private static final String FIELD = "carried_by";

  private final InstantlyWorkspace instantly;
  private final Collection<Aim> aims;
  private final List<ObjectNode> mappings;

  private Carrying(InstantlyWorkspace instantly, Collection<Aim> aims) {
    this.instantly = instantly;
    this.aims = aims;
    this.mappings =
        Mappings.of(instantly, aims.stream().map(Aim::resource).collect(Collectors.toSet()));
  }

  /** Every tag. */
  static Present tags(InstantlyWorkspace instantly, Collection<Aim> aims) {
    return new Carrying(instantly, aims).tags();
  }

  /** The same, and which of the accounts and campaigns there are. */
  public static Present tagsAndCarriers(InstantlyWorkspace instantly, Collection<Aim> aims) {
    var carrying = new Carrying(instantly, aims);
    Present present = carrying.tags();
    for (Carrier carrier : Carrier.values()) {
      present = present.with(carrier.wire(), List.of(carrying.spellings(carrier)));
    }
    return present;
  }

  /** How Instantly spells it; empty where it is not in the workspace. */
  public static Optional<String> spelling(Present present, Aim aim) {
    String key = aim.carrier().key(aim.resource());
    return present.others().getOrDefault(aim.carrier().wire(), List.of()).stream()
        .filter(spellings -> spellings.has(key))
        .map(spellings -> spellings.path(key).asText())
        .findFirst();
  }

  /** Whether the tag, as it was looked at, is on it. */
  static boolean isCarried(ObjectNode tag, Carrier carrier, String resource) {
    return tag.path(FIELD).path(carrier.wire()).has(carrier.key(resource));
  }

  private Present tags() {
    KnownTags known = KnownTags.of(instantly);
    Optional<ObjectNode> live =
        aims.stream().anyMatch(aim -> aim.carrier() == Carrier.ACCOUNT)
            ? Optional.of(live(known))
            : Optional.empty();
    Map<String, ObjectNode> carriers = carriers();
    return Present.of(
        Tag.LIST,
        known.all().stream()
            .map(tag -> seen(tag, Optional.ofNullable(carriers.get(Tag.id(tag))), live))
            .toList());
  }

  private ObjectNode live(KnownTags known) {
    Set<String> all = known.all().stream().map(Tag::id).collect(Collectors.toSet());
    ObjectNode live = json();
    live.set(LiveCampaigns.FIELD, LiveCampaigns.sendingBy(instantly, all));
    return live;
  }

  /** By the id of the tag. */
  private Map<String, ObjectNode> carriers() {
    var carriers = new HashMap<String, ObjectNode>();
    for (Carrier carrier : Carrier.values()) {
      Mappings.tags(carrier, mappings)
          .forEach((resource, tags) ->
              tags.forEach(tag ->
                  carriers
                      .computeIfAbsent(tag, none -> json())
                      .withObject("/" + carrier.wire())
                      .put(resource, true)));
    }
    return carriers;
  }

  private static ObjectNode seen(
      ObjectNode tag, Optional<ObjectNode> carriers, Optional<ObjectNode> live) {
    ObjectNode seen = tag.deepCopy();
    seen.set(FIELD, carriers.orElseGet(Carrying::json));
    live.ifPresent(all -> {
      ArrayNode touched = LiveCampaigns.touched(all, Set.of(Tag.id(tag)));
      seen.set(LiveCampaigns.FIELD, touched);
    });
    return seen;
  }

  /**
   * To take a tag off, it is enough that the account or campaign carries it, even if it no longer
   * exists.
   */
  private ObjectNode spellings(Carrier carrier) {
    var spellings = new HashMap<>(Mappings.spellings(carrier, mappings));
    Set<String> sought =
        aims.stream()
            .filter(aim -> aim.carrier() == carrier)
            .filter(aim -> aim.assign() || !spellings.containsKey(carrier.key(aim.resource())))
            .map(Aim::resource)
            .collect(Collectors.toSet());
    Map<String, String> existing = Existing.among(instantly, carrier, sought);
    sought.forEach(id -> spellings.remove(carrier.key(id)));
    spellings.putAll(existing);
    ObjectNode json = json();
    spellings.forEach(json::put);
    return json;
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }
}
