package agency.steward.changeset.lane.pass;

import agency.steward.changeset.SurveyedKind;
import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.guard.ListMemory;
import agency.steward.changeset.lane.LaneRow;
import agency.steward.changeset.lane.Run;
import agency.steward.changeset.lane.list.Lists;
import agency.steward.changeset.lane.list.Page;
import agency.steward.changeset.lane.written.LaneRecorder;
import agency.steward.changeset.stored.RowEnd;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Rows whose subjects lie in one list. While rows of a page are written, the next page is read, and
 * those before it are read back: the quota has no reason to wait for any of the three.
 */
@ApplicationScoped
class Together {
  private final Lists lists;
  private final Sending sending;
  private final Verifying verifying;
  private final LaneRecorder recorder;
  private final InstantSource clock;

  Together(
      Lists lists,
      Sending sending,
      Verifying verifying,
      LaneRecorder recorder,
      InstantSource clock) {
    this.lists = lists;
    this.sending = sending;
    this.verifying = verifying;
    this.recorder = recorder;
    this.clock = clock;
  }

  /** How many rows came to an end, or were sent. */
  int make(Run run, List<LaneRow> rows) {
    SurveyedKind kind = rows.getFirst().surveyed().orElseThrow();
    Iterator<Page> pages = pages(run, kind, rows);
    try (Wave wave = sending.wave(run)) {
      var flow = new Flow(wave, block(run), batch -> verifying.settle(run, batch));
      int made = flow.all(pages);
      verifying.rest(run, flow.leftovers());
      wave.checkStopped();
      return made;
    }
  }

  private Iterator<Page> pages(Run run, SurveyedKind kind, List<LaneRow> rows) {
    boolean paged = rows.stream().allMatch(LaneRow::isPaged);
    Optional<ListMemory> known = paged ? lists.known(run, kind) : Optional.empty();
    if (known.isPresent()) {
      return lists.walk(run, kind, rows, known.get());
    }
    Page whole = lists.whole(run, kind, rows.subList(0, Math.min(rows.size(), Page.SIZE)));
    int size = whole.seen().size();
    return paged && size > Page.SIZE
        ? lists.walk(run, kind, rows, ListMemory.first(size).next())
        : List.of(whole).iterator();
  }

  private Flow.Block block(Run run) {
    return new Flow.Block() {
      @Override
      public Optional<RowEnd> compared(LaneRow row, Optional<ObjectNode> now) {
        return Comparison.of(row, now, () -> GuardContext.PROVEN, run.lifted())
            .map(ending -> ending.row(clock.instant()));
      }

      @Override
      public List<LaneRow> intended(List<LaneRow> rows) {
        return recorder.intend(run.lane(), rows);
      }
    };
  }
}
