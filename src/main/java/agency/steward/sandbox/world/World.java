package agency.steward.sandbox.world;

import agency.steward.sandbox.row.Key;
import agency.steward.sandbox.row.Link;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All workspaces, and what stands between them. */
public final class World {
  /** Where rows of no workspace are kept. */
  static final UUID COMMON = new UUID(0, 0);

  /** A key and the workspace it belongs to. */
  public record Holder(Place place, Key key) {}

  private final StateLog log;
  private final Map<UUID, Place> places = new ConcurrentSkipListMap<>();
  private final Map<String, Holder> keys = new ConcurrentHashMap<>();
  private final Map<UUID, Link> parents = new ConcurrentHashMap<>();
  private final Place common = new Place(COMMON, this::committed);

  private World(StateLog log) {
    this.log = log;
  }

  /** With everything that the log has kept. */
  public static World open(StateLog log) {
    var world = new World(log);
    log.load(world);
    return world;
  }

  /** A new workspace; nobody sees it before its rows are there. */
  public Place create(UUID id, UnaryOperator<Draft> rows) {
    var place = new Place(id, this::committed);
    place.write(rows);
    places.put(id, place);
    return place;
  }

  public Optional<Place> find(UUID workspace) {
    return Optional.ofNullable(places.get(workspace));
  }

  /** In the order of their creation. */
  public Collection<Place> all() {
    return places.values();
  }

  /** Links and rules. */
  public Place common() {
    return common;
  }

  public @Nullable Holder holder(String secret) {
    return keys.get(secret);
  }

  /** The link, accepted or pending, of a sub workspace to the group it is in. */
  public Optional<Link> parentOf(UUID sub) {
    return Optional.ofNullable(parents.get(sub));
  }

  /** Forgets everything. */
  public synchronized void reset() {
    places.clear();
    keys.clear();
    parents.clear();
    common.write(draft -> {
      draft.all(Table.LINKS).toList().forEach(link -> draft.remove(Table.LINKS, link));
      draft.all(Table.RULES).toList().forEach(rule -> draft.remove(Table.RULES, rule));
      return draft;
    });
    log.clear();
  }

  /** For what the log brings back. */
  Place restored(UUID id) {
    return id.equals(COMMON)
        ? common
        : places.computeIfAbsent(id, i -> new Place(i, this::committed));
  }

  private void committed(Place place, Tables before, Tables after) {
    after
        .get(Table.KEYS)
        .since(
            before.get(Table.KEYS),
            key -> keys.put(key.secret(), new Holder(place, key)),
            key -> keys.remove(key.secret()));
    after
        .get(Table.LINKS)
        .since(before.get(Table.LINKS), this::linked, gone -> parents.remove(gone.sub(), gone));
    log.committed(place, before, after);
  }

  private void linked(Link link) {
    if (link.open()) {
      parents.put(link.sub(), link);
    } else {
      parents.computeIfPresent(link.sub(), (sub, was) -> was.id().equals(link.id()) ? null : was);
    }
  }
}
