package agency.steward.changeset.lane;

import agency.steward.instantly.Deadline;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Rows whose subjects lie on one page of a list, and what was seen there.
 *
 * @param whole whether the page is the whole list: then what is not on it does not exist
 * @param fresh until when a row may be sent that was compared with it
 * @param again reads it once more
 */
record Page(
    List<LaneRow> rows, Sightings seen, boolean whole, Deadline fresh, Supplier<Page> again) {

  /** Most objects of a page, as Instantly gives them. */
  static final int SIZE = 100;

  /**
   * @param before until when it is fresh, counted from before it was read; a list that takes
   *     several reads counts from after the last
   * @param source reads its objects once more
   */
  static Page of(
      List<LaneRow> rows,
      boolean whole,
      List<ObjectNode> objects,
      Deadline before,
      Duration freshness,
      Supplier<List<ObjectNode>> source) {
    Deadline fresh = objects.size() > SIZE ? Deadline.in(freshness) : before;
    return new Page(
        rows,
        new Sightings(objects),
        whole,
        fresh,
        () -> {
          Deadline again = Deadline.in(freshness);
          return of(rows, whole, source.get(), again, freshness, source);
        });
  }

  Optional<ObjectNode> now(LaneRow row) {
    return seen.of(row);
  }

  /** False where its subject may lie on another page. */
  boolean tellsOf(LaneRow row) {
    return whole || now(row).isPresent();
  }

  /** This page, or the same read again where it would become too old within that time. */
  Page goodFor(Duration time) {
    boolean isOld = fresh.left().compareTo(time) < 0;
    return isOld && seen.size() <= SIZE ? again.get() : this;
  }
}
