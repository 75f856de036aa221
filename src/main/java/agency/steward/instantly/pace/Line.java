package agency.steward.instantly.pace;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * A line in which everybody waits their turn and nobody fills it up: of each party one goes, then
 * of each party the next one. Within a party, first come, first served. Not thread-safe.
 *
 * @param <T> who waits; each waits once at a time
 */
final class Line<T> {
  /** In the order in which it is their turn; a party that is here has somebody waiting. */
  private final SequencedMap<String, SequencedSet<T>> parties = new LinkedHashMap<>(2);

  private int size;

  /** Behind its own party's; a party that had nobody here comes after all others. */
  void add(T who, String party) {
    if (parties.computeIfAbsent(party, _ -> new LinkedHashSet<>(2)).add(who)) {
      size++;
    }
  }

  /** How many would be ahead of one that comes now. */
  int ahead(String party) {
    int own = waiting(party);
    int ahead = own;
    int rounds = own + 1;
    for (Map.Entry<String, SequencedSet<T>> other : parties.entrySet()) {
      if (other.getKey().equals(party)) {
        rounds = own;
      } else {
        ahead += Math.min(other.getValue().size(), rounds);
      }
    }
    return ahead;
  }

  int waiting(String party) {
    SequencedSet<T> own = parties.get(party);
    return own == null ? 0 : own.size();
  }

  T first() {
    return parties.firstEntry().getValue().getFirst();
  }

  T removeFirst() {
    Map.Entry<String, SequencedSet<T>> next = parties.pollFirstEntry();
    T first = next.getValue().removeFirst();
    if (!next.getValue().isEmpty()) {
      parties.putLast(next.getKey(), next.getValue());
    }
    size--;
    return first;
  }

  /** Whether it was in here. */
  boolean remove(T who, String party) {
    SequencedSet<T> own = parties.get(party);
    if (own == null || !own.remove(who)) {
      return false;
    }
    if (own.isEmpty()) {
      parties.remove(party);
    }
    size--;
    return true;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }
}
