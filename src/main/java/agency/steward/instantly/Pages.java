package agency.steward.instantly;

import agency.steward.instantly.body.Item;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;

/**
 * A list page by page, with every trap of facts.md 3: the end is an empty page or a missing, null
 * or empty cursor; a last page may carry a cursor; a cursor may repeat. A list that does not come
 * to its end is an error, never a shorter list.
 */
final class Pages implements Iterator<List<Item>> {

  /**
   * A page as it came.
   *
   * @param next the cursor, missing where there is none
   * @param askedAt see {@link Leaf}
   */
  record Seen(List<Item> items, JsonNode next, long askedAt) {}

  /** Gets one page; turns a reason why it is none into an exception. */
  interface Source {
    Seen page(Map<String, String> query);

    RuntimeException unreadable(String why);
  }

  private final Listing listing;
  private final Map<String, String> query;
  private final Source source;
  private final int maxPages;
  private final Set<String> cursors = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private int read;
  private long askedAt;
  private boolean ended;

  Pages(Listing listing, Map<String, String> query, Source source, int maxPages) {
    this.listing = listing;
    this.query = first(listing, query);
    this.source = source;
    this.maxPages = maxPages;
  }

  /** What the first page is asked with. */
  static Map<String, String> first(Listing listing, Map<String, String> query) {
    var first = new TreeMap<>(query);
    first.put("limit", String.valueOf(listing.maxLimit()));
    first.remove("starting_after");
    return first;
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  /** The rows of the next page that were on none before it; may be empty. */
  @Override
  public List<Item> next() {
    if (ended) {
      throw new NoSuchElementException();
    }
    if (++read > maxPages) {
      throw source.unreadable("the list goes on after " + maxPages + " pages");
    }
    Seen seen = source.page(query);
    askedAt = seen.askedAt();
    List<Item> fresh = seen.items().stream().filter(this::isNew).toList();
    turn(seen.next(), seen.items().size());
    return fresh;
  }

  /** Reads a whole page. */
  static Seen seen(ObjectNode page, long askedAt, Source source) {
    if (!(page.get("items") instanceof ArrayNode items)) {
      throw source.unreadable("it is no list");
    }
    var rows = new ArrayList<Item>(items.size());
    for (JsonNode item : items) {
      if (!(item instanceof ObjectNode row)) {
        throw source.unreadable("a row of the list is no object");
      }
      rows.add(new Item.Parsed(row));
    }
    return new Seen(rows, page.path("next_starting_after"), askedAt);
  }

  /** A row that has no id is kept: it cannot be told from another. */
  private boolean isNew(Item row) {
    JsonNode id = row.seen().path(listing.idField());
    return !id.isValueNode() || id.isNull() || ids.add(id.asText());
  }

  private void turn(JsonNode next, int size) {
    if (next.isContainerNode()) {
      throw source.unreadable("its cursor is none");
    }
    String cursor = next.isNull() ? "" : next.asText("");
    ended = size == 0 || cursor.isEmpty();
    if (!ended && !cursors.add(cursor)) {
      repeated(size);
    }
    query.put("starting_after", cursor);
  }

  /** A page that is not full is the last one; after a full one there may be more, out of reach. */
  private void repeated(int size) {
    if (size >= listing.maxLimit()) {
      throw source.unreadable("the list cannot be read to its end, since a cursor repeats");
    }
    ended = true;
  }

  /** The pages, each of which can be read again by itself. */
  Iterator<Leaf> leaves() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return Pages.this.hasNext();
      }

      @Override
      public Leaf next() {
        var asked = new TreeMap<>(query);
        return new Leaf(whole(Pages.this.next()), askedAt, () -> again(asked));
      }
    };
  }

  private Leaf again(Map<String, String> asked) {
    Seen seen = source.page(asked);
    return new Leaf(whole(seen.items()), seen.askedAt(), () -> again(asked));
  }

  static List<ObjectNode> whole(List<Item> items) {
    return items.stream().map(Item::whole).toList();
  }

  /** All rows to the end. */
  List<Item> all() {
    List<Item> first = next();
    if (ended) {
      return first;
    }
    var all = new ArrayList<Item>(first);
    while (hasNext()) {
      all.addAll(next());
    }
    return all;
  }
}
