package agency.steward.changeset.lane.pass;

import agency.steward.changeset.lane.LaneRow;
import agency.steward.changeset.lane.Run;
import agency.steward.changeset.lane.list.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** One pass over rows of a lane: those that can be read together, then the others one by one. */
@ApplicationScoped
public class Passes {
  private final Lists lists;
  private final Together together;
  private final Alone alone;
  private final Verifying verifying;

  Passes(Lists lists, Together together, Alone alone, Verifying verifying) {
    this.lists = lists;
    this.together = together;
    this.alone = alone;
    this.verifying = verifying;
  }

  /** How many rows came to an end, or were sent; none where all subjects are held by others. */
  public int make(Run run, List<LaneRow> rows) {
    List<LaneRow> many = rows.stream().filter(row -> !row.isAlone()).toList();
    int made = many.isEmpty() ? 0 : together.make(run, many);
    if (many.isEmpty()) {
      rows.stream()
          .flatMap(row -> row.surveyed().stream())
          .findFirst()
          .ifPresent(kind -> lists.check(run, kind));
    }
    for (LaneRow row : rows.stream().filter(LaneRow::isAlone).toList()) {
      made += alone.make(run, row) ? 1 : 0;
    }
    return made;
  }

  /** Rows of a holder who has died: read back before anything is sent. */
  public void settle(Run run, List<LaneRow> left) {
    verifying.inherited(run, left).forEach(row -> alone.goOn(run, row));
  }
}
