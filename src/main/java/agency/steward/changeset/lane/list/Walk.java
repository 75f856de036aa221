package agency.steward.changeset.lane.list;

import agency.steward.changeset.lane.LaneRow;
import agency.steward.instantly.Deadline;
import agency.steward.instantly.Leaf;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Goes through a list once and picks the rows whose subjects it meets. Those that it has not met
 * come last, once the list has been read to its end.
 */
public final class Walk implements Iterator<Page> {
  private final Iterator<Leaf> leaves;
  private final Map<String, LaneRow> missing = new HashMap<>();
  private final Duration freshness;
  private final IntConsumer whole;
  private final Function<List<LaneRow>, Look> complete;
  private int count;

  /**
   * @param whole told how long the list is, before anything is concluded from that; throws where it
   *     is not to be believed
   * @param complete reads all of it at once, as these rows need it
   */
  public Walk(
      List<LaneRow> rows,
      Iterator<Leaf> leaves,
      Duration freshness,
      IntConsumer whole,
      Function<List<LaneRow>, Look> complete) {
    rows.forEach(row -> missing.put(row.attempt().change().objectId().orElseThrow(), row));
    this.leaves = leaves;
    this.freshness = freshness;
    this.whole = whole;
    this.complete = complete;
  }

  @Override
  public boolean hasNext() {
    return !missing.isEmpty();
  }

  @Override
  public Page next() {
    if (missing.isEmpty()) {
      throw new NoSuchElementException();
    }
    if (!leaves.hasNext()) {
      return rest(new Look(List.of(), Deadline.in(freshness)));
    }
    boolean first = count == 0;
    Leaf leaf = leaves.next();
    count += leaf.objects().size();
    if (!leaves.hasNext()) {
      whole.accept(count);
    }
    return first && !leaves.hasNext() ? rest(look(leaf)) : page(leaf);
  }

  private Page page(Leaf leaf) {
    var rows = new ArrayList<LaneRow>();
    for (ObjectNode object : leaf.objects()) {
      LaneRow row = missing.remove(object.path("id").asText());
      if (row != null) {
        rows.add(row);
      }
    }
    return Page.of(rows, false, look(leaf), () -> look(leaf.again()));
  }

  private Page rest(Look seen) {
    List<LaneRow> rows = List.copyOf(missing.values());
    missing.clear();
    return Page.of(rows, true, seen, () -> complete.apply(rows));
  }

  private Look look(Leaf leaf) {
    return new Look(leaf.objects(), Deadline.after(leaf.askedAt(), freshness));
  }
}
