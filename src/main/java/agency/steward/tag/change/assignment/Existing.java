package agency.steward.tag.change.assignment;

import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.tag.read.Carrier;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds accounts and campaigns by their ids: Instantly answers a wrong one with silence. */
final class Existing {
  /** So few are searched for one by one; a list may have thousands. */
  private static final int FEW = 5;

  private Existing() {}

  /**
   * How Instantly spells each of those that exist, by {@link Carrier#key}. What is missing is
   * missing from the complete list.
   */
  static Map<String, String> among(
      InstantlyWorkspace instantly, Carrier carrier, Collection<String> ids) {
    var found = new HashMap<String, String>();
    var sought = new HashSet<String>();
    ids.forEach(id -> sought.add(carrier.key(id)));
    if (carrier == Carrier.ACCOUNT && ids.size() <= FEW) {
      ids.forEach(id -> collect(instantly, carrier, Map.of("search", id), sought, found));
    }
    if (!sought.isEmpty()) {
      collect(instantly, carrier, Map.of(), sought, found);
    }
    return found;
  }

  /** Reads on only until all are found. */
  private static void collect(
      InstantlyWorkspace instantly,
      Carrier carrier,
      Map<String, String> query,
      Set<String> sought,
      Map<String, String> found) {
    try (Stream<ObjectNode> rows = instantly.walk(carrier.listing(), query)) {
      rows.map(row -> row.path(carrier.listing().idField()).asText())
          .takeWhile(id -> !sought.isEmpty())
          .filter(id -> sought.remove(carrier.key(id)))
          .forEach(id -> found.put(carrier.key(id), id));
    }
  }
}
