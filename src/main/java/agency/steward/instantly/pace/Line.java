package agency.steward.instantly.pace;

import java.util.ArrayList;
import java.util.List;

/**
 * A line in which everybody waits their turn and nobody fills it up: of each party one goes, then
 * of each party the next one. Within a party, first come, first served. Not thread-safe.
 *
 * @param <T> who waits; told apart by identity
 */
final class Line<T> {
  private record Place<T>(T who, String party, long round) {}

  private final List<Place<T>> places = new ArrayList<>(1);
  private long gone = -1;

  /** Behind its own party's, and behind those of others whose turn comes as soon. */
  void add(T who, String party) {
    long round = round(party);
    gone = places.isEmpty() ? round - 1 : gone;
    places.add(index(round), new Place<>(who, party, round));
  }

  /** How many would be ahead of one that comes now. */
  int ahead(String party) {
    return index(round(party));
  }

  /** After the party's last, or after who went last: coming back at once is no way to the front. */
  private long round(String party) {
    long round = places.isEmpty() ? 0 : gone + 1;
    for (Place<T> place : places) {
      if (place.party().equals(party)) {
        round = place.round() + 1;
      }
    }
    return round;
  }

  int waiting(String party) {
    return (int) places.stream().filter(place -> place.party().equals(party)).count();
  }

  private int index(long round) {
    int index = places.size();
    while (index > 0 && places.get(index - 1).round() > round) {
      index--;
    }
    return index;
  }

  T first() {
    return places.getFirst().who();
  }

  T removeFirst() {
    Place<T> first = places.removeFirst();
    gone = first.round();
    return first.who();
  }

  /** Whether it was in here. */
  boolean remove(T who) {
    return places.removeIf(place -> place.who() == who);
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  int size() {
    return places.size();
  }
}
