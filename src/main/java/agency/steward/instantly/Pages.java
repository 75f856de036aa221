package agency.steward.instantly;

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
final class Pages implements Iterator<List<ObjectNode>> {

  /** A page as it came, and when it was asked for (see {@link Leaf}). */
  record Seen(ObjectNode page, long askedAt) {}

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
    this.query = new TreeMap<>(query);
    this.query.put("limit", String.valueOf(listing.maxLimit()));
    this.query.remove("starting_after");
    this.source = source;
    this.maxPages = maxPages;
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  /** The rows of the next page that were on none before it; may be empty. */
  @Override
  public List<ObjectNode> next() {
    if (ended) {
      throw new NoSuchElementException();
    }
    if (++read > maxPages) {
      throw source.unreadable("the list goes on after " + maxPages + " pages");
    }
    Seen seen = source.page(query);
    askedAt = seen.askedAt();
    ObjectNode page = seen.page();
    List<ObjectNode> rows = rows(page);
    int size = rows.size();
    rows.removeIf(row -> !isNew(row));
    turn(page.path("next_starting_after"), size);
    return rows;
  }

  private List<ObjectNode> rows(ObjectNode page) {
    if (!(page.get("items") instanceof ArrayNode items)) {
      throw source.unreadable("it is no list");
    }
    var rows = new ArrayList<ObjectNode>(items.size());
    for (JsonNode item : items) {
      if (!(item instanceof ObjectNode row)) {
        throw source.unreadable("a row of the list is no object");
      }
      rows.add(row);
    }
    return rows;
  }

  /** A row that has no id is kept: it cannot be told from another. */
  private boolean isNew(ObjectNode row) {
    JsonNode id = row.path(listing.idField());
    return !id.isValueNode() || id.isNull() || ids.add(id.asText());
  }

  private void turn(JsonNode next, int size) {
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
        return new Leaf(Pages.this.next(), askedAt, () -> again(asked));
      }
    };
  }

  private Leaf again(Map<String, String> asked) {
    Seen seen = source.page(asked);
    return new Leaf(rows(seen.page()), seen.askedAt(), () -> again(asked));
  }

  /** All rows to the end. */
  List<ObjectNode> all() {
    List<ObjectNode> all = next();
    while (hasNext()) {
      all.addAll(next());
    }
    return all;
  }
}
