package agency.steward.tag.carrier;

import agency.steward.access.grant.Narrowing;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.body.Item;
import agency.steward.tag.read.Carrier;
import agency.steward.tag.read.KnownTags;
import agency.steward.tag.read.Mappings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which campaigns or accounts are wanted. A tag that does not exist is carried by nothing: it is
 * looked up first, and Instantly is asked only with tags that it knows.
 *
 * @param tagIds together with {@code labels}: what carries any of all these
 * @param everyTag ids of tags that have to be carried as well, all of them
 * @param query what is left to Instantly
 */
record CarrierFilter(
    Carrier carrier,
    Set<String> tagIds,
    Set<String> labels,
    Set<String> everyTag,
    Map<String, String> query) {

  /** Those of one workspace that fit and that somebody who is narrowed so may see, whole. */
  List<Item> in(InstantlyWorkspace instantly, Narrowing narrowing) {
    boolean byTag = !tagIds.isEmpty() || !labels.isEmpty() || !everyTag.isEmpty();
    return switch (narrowing) {
      case Narrowing.Everything ignored ->
          byTag ? found(instantly, narrowing) : items(instantly, query);
      case Narrowing.Tagged ignored -> found(instantly, narrowing);
    };
  }

  private List<Item> found(InstantlyWorkspace instantly, Narrowing narrowing) {
    KnownTags known = KnownTags.of(instantly);
    Optional<Set<String>> any = any(known, narrowing);
    if (any.filter(Set::isEmpty).isPresent() || known.idsAmong(everyTag).size() < everyTag.size()) {
      return List.of();
    }
    List<Item> rows = items(instantly, with(any));
    return switch (narrowing) {
      case Narrowing.Everything ignored -> rows;
      case Narrowing.Tagged ignored -> carrying(instantly, rows, any.orElseThrow());
    };
  }

  /** Empty where any tag will do, and none too. */
  private Optional<Set<String>> any(KnownTags known, Narrowing narrowing) {
    Optional<Set<String>> asked =
        tagIds.isEmpty() && labels.isEmpty() ? Optional.empty() : Optional.of(asked(known));
    return switch (narrowing) {
      case Narrowing.Everything ignored -> asked;
      case Narrowing.Tagged tagged -> {
        var allowed = new HashSet<>(known.idsLabelled(tagged.labels()));
        asked.ifPresent(allowed::retainAll);
        yield Optional.of(allowed);
      }
    };
  }

  private Set<String> asked(KnownTags known) {
    var asked = new HashSet<>(known.idsAmong(tagIds));
    asked.addAll(known.idsLabelled(labels));
    return asked;
  }

  private Map<String, String> with(Optional<Set<String>> any) {
    var whole = new TreeMap<>(query);
    any.ifPresent(ids -> whole.put("tag_ids", csv(ids)));
    if (!everyTag.isEmpty()) {
      whole.put("tag_ids_all", csv(everyTag));
    }
    return whole;
  }

  private static String csv(Set<String> ids) {
    return String.join(",", ids.stream().sorted().toList());
  }

  /** What may not be seen is not left to a filter of Instantly's: the mappings decide. */
  private List<Item> carrying(InstantlyWorkspace instantly, List<Item> rows, Set<String> tags) {
    List<String> ids = rows.stream().map(this::id).filter(carrier::canBe).toList();
    Map<String, Set<String>> carried =
        Mappings.tags(carrier, ids.isEmpty() ? List.of() : Mappings.of(instantly, ids));
    return rows.stream()
        .filter(row ->
            carried.getOrDefault(carrier.key(id(row)), Set.of()).stream().anyMatch(tags::contains))
        .toList();
  }

  private List<Item> items(InstantlyWorkspace instantly, Map<String, String> asked) {
    return instantly.items(carrier.listing(), asked, Set.of());
  }

  private String id(Item row) {
    return row.seen().path(carrier.listing().idField()).asText();
  }
}
