package agency.steward.changeset.lane.list;

import agency.steward.changeset.lane.LaneRow;
import agency.steward.instantly.Deadline;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
public record Page(
    List<LaneRow> rows, Sightings seen, boolean whole, Deadline fresh, Supplier<Page> again) {

  /** Most objects of a page, as Instantly gives them. */
  public static final int SIZE = 100;

  /**
   * @param source reads its objects once more
   */
  public static Page of(List<LaneRow> rows, boolean whole, Look look, Supplier<Look> source) {
    return new Page(
        rows,
        new Sightings(look.objects()),
        whole,
        look.fresh(),
        () -> of(rows, whole, source.get(), source));
  }

  /** The same page, for some of its rows. */
  public Page about(List<LaneRow> some) {
    return new Page(some, seen, whole, fresh, () -> again.get().about(some));
  }

  public Optional<ObjectNode> now(LaneRow row) {
    return seen.of(row);
  }

  /** False where its subject may lie on another page. */
  public boolean tellsOf(LaneRow row) {
    return whole || now(row).isPresent();
  }

  /** Whether one call reads it once more. */
  public boolean isRenewable() {
    return seen.size() <= SIZE;
  }
}
