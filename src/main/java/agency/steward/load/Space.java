package agency.steward.load;

import java.util.HashMap;
import java.util.Map;

/**
 * Places that all callers share. Nobody may hold more of them than are left free afterwards: one
 * caller alone gets half, each of two gets a third. So there is always something left for a caller
 * who has nothing yet, without a queue and without reservations, and a caller with more than a fair
 * share gets no further place until the others have theirs.
 */
final class Space {
  private final long places;
  private final Map<String, Long> taken = new HashMap<>();
  private long used;

  Space(long places) {
    this.places = places;
  }

  long places() {
    return places;
  }

  synchronized long used() {
    return used;
  }

  /**
   * @param wanted how many places at once, at least one
   */
  synchronized Entry enter(String who, long wanted) {
    long own = taken.getOrDefault(who, 0L);
    long free = places - used - wanted;
    boolean first = own == 0 && free >= 0;
    if (!first && own + wanted > free) {
      return refusal(own, wanted);
    }
    taken.put(who, own + wanted);
    used += wanted;
    return new Seat(this, who, wanted);
  }

  /** A caller with less than a fair share is never refused for having too much. */
  private Refusal refusal(long own, long wanted) {
    boolean much = own > 0 && own + wanted > places / (taken.size() + 1);
    return much ? Refusal.OWN_SHARE : Refusal.FULL;
  }

  synchronized void leave(String who, long given) {
    used -= given;
    taken.computeIfPresent(who, (_, own) -> own == given ? null : own - given);
  }
}
