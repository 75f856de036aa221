package agency.steward.changeset.lane.written;

import agency.steward.changeset.lane.Lane;
import agency.steward.changeset.lane.LaneRow;
import agency.steward.changeset.stored.RowEnd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * What lanes that write at the same time have to say of their rows: gathered from all of them, so
 * that each statement is sent once.
 */
public final class Bundle {

  /** A row that is to be begun, or that is pending again. */
  public record Row(Lane lane, int seq) {}

  /** What became of a row. */
  public record Ended(Row row, RowEnd end) {}

  private final List<Ended> ended = new ArrayList<>();
  private final List<Row> again = new ArrayList<>();
  private final List<Row> intended = new ArrayList<>();
  private final Map<Long, Set<Integer>> begun = new HashMap<>();
  private Instant at = Instant.EPOCH;

  /** Rows that are no longer ours stay as they are. */
  public void end(Lane lane, SortedMap<Integer, RowEnd> ends) {
    ends.forEach((seq, end) -> ended.add(new Ended(new Row(lane, seq), end)));
  }

  /** They were certainly not sent. */
  public void again(Lane lane, List<LaneRow> rows) {
    rows.forEach(row -> again.add(new Row(lane, row.seq())));
  }

  /** They are about to be sent. */
  public void intend(Lane lane, List<LaneRow> rows) {
    rows.forEach(row -> intended.add(new Row(lane, row.seq())));
  }

  public List<Ended> ended() {
    return ended;
  }

  public List<Row> again() {
    return again;
  }

  public List<Row> intended() {
    return intended;
  }

  /**
   * @param moment as it is stored with each of them
   */
  public void begin(Instant moment) {
    at = moment;
  }

  public Instant at() {
    return at;
  }

  /** It may be sent. */
  public void begun(long fence, int seq) {
    begun.computeIfAbsent(fence, _ -> new HashSet<>()).add(seq);
  }

  /** Once it is written: those that may be sent. */
  public List<LaneRow> begun(Lane lane, List<LaneRow> rows) {
    Set<Integer> ours = begun.getOrDefault(lane.fence(), Set.of());
    return rows.stream().filter(row -> ours.contains(row.seq())).map(row -> row.begun(at)).toList();
  }
}
