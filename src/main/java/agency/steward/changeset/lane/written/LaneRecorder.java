package agency.steward.changeset.lane.written;

import agency.steward.changeset.attempt.Attempt;
import agency.steward.changeset.attempt.ChangeSetConfig;
import agency.steward.changeset.decision.Rejudging;
import agency.steward.changeset.guard.SetRules;
import agency.steward.changeset.lane.Lane;
import agency.steward.changeset.lane.LaneRow;
import agency.steward.changeset.lane.Stop;
import agency.steward.changeset.stored.ChangeWriteStore;
import agency.steward.changeset.stored.DatabaseTime;
import agency.steward.changeset.stored.Result;
import agency.steward.changeset.stored.RowEnd;
import agency.steward.changeset.stored.State;
import agency.steward.ledger.Actor;
import agency.steward.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes down what a lane is about to do and what became of it: in blocks, each with its entry. */
@ApplicationScoped
public class LaneRecorder {
  /** For what a workspace has only once. */
  public static final Duration GROUND = Duration.ofSeconds(30);

  private static final Duration LOOK_AFTER = Duration.ofSeconds(60);

  private final GroupCommit group;
  private final LaneStore lanes;
  private final LaneRowStore store;
  private final ChangeWriteStore sets;
  private final Rejudging rejudging;
  private final ReadingRoom room;
  private final Ledger ledger;
  private final ChangeSetConfig config;
  private final DatabaseTime time;

  LaneRecorder(
      GroupCommit group,
      LaneStore lanes,
      LaneRowStore store,
      ChangeWriteStore sets,
      Rejudging rejudging,
      ReadingRoom room,
      Ledger ledger,
      ChangeSetConfig config,
      DatabaseTime time) {
    this.group = group;
    this.lanes = lanes;
    this.store = store;
    this.sets = sets;
    this.rejudging = rejudging;
    this.room = room;
    this.ledger = ledger;
    this.config = config;
    this.time = time;
  }

  /**
   * Before they are sent. Throws where the lane is somebody else's, the set is held, or nothing is
   * begun at this time.
   *
   * @return those that may be sent: the subjects of the others are being changed by somebody
   */
  public List<LaneRow> intend(Lane lane, List<LaneRow> rows) {
    return group.bundled(
        lane,
        rows.size(),
        (state, bundle) -> {
          check(lane, state);
          bundle.intend(lane, rows);
          return () -> begun(lane, bundle.begun(lane, rows));
        });
  }

  /**
   * A row that a holder who has died has left halfway, before its rest is sent. It is in flight:
   * also of a set that is held or being cancelled it finishes. Throws where it cannot be now; then
   * it is as it was.
   */
  public LaneRow goOn(Lane lane, LaneRow row) {
    return group.bundled(
        lane,
        1,
        (_, bundle) -> {
          bundle.again(lane, List.of(row));
          bundle.intend(lane, List.of(row));
          return () ->
              begun(lane, bundle.begun(lane, List.of(row))).stream()
                  .findFirst()
                  .orElseThrow(() -> new Stop.Signal(new Stop.Busy()));
        });
  }

  private void check(Lane lane, String state) {
    if (!state.equals(State.RUNNING.wire())
        || rejudging.isFrozen() && !store.isLifted(lane, SetRules.FREEZE_WINDOW)) {
      throw new Stop.Signal(new Stop.Held());
    }
  }

  private List<LaneRow> begun(Lane lane, List<LaneRow> rows) {
    if (!rows.isEmpty()) {
      ledger.append(LaneEntries.attempt(lane, rows));
    }
    return rows;
  }

  /** What the workspace has only once, such as its admins; false while somebody else holds it. */
  @Transactional
  public boolean isTaken(Lane lane, String name) {
    return store.isTaken(lane, name, config.lease());
  }

  @Transactional
  public void giveBack(Lane lane, String name) {
    store.giveBack(lane, name);
  }

  /**
   * What became of rows.
   *
   * @param unsent were certainly not sent: they are begun anew, or not at all where their set was
   *     cancelled meanwhile
   */
  public void end(Lane lane, Map<LaneRow, RowEnd> ends, List<LaneRow> unsent) {
    if (!ends.isEmpty() || !unsent.isEmpty()) {
      group.bundled(
          lane,
          ends.size() + unsent.size(),
          (state, bundle) -> {
            boolean cancelled = state.equals(State.CANCELLING.wire());
            var all = new HashMap<>(ends);
            if (cancelled) {
              unsent.forEach(row -> all.put(row, RowEnd.of(Result.CANCELLED, time.now())));
            } else {
              bundle.again(lane, unsent);
            }
            SortedMap<Integer, RowEnd> bySeq = new TreeMap<>();
            all.forEach((row, end) -> bySeq.put(row.seq(), end));
            bundle.end(lane, bySeq);
            return () -> ended(lane, all, bySeq);
          });
      if (!ends.isEmpty()) {
        lane.advanced();
      }
    }
  }

  private int ended(Lane lane, Map<LaneRow, RowEnd> ends, SortedMap<Integer, RowEnd> bySeq) {
    if (!ends.isEmpty()) {
      grown(lane, ends);
      ledger.append(LaneEntries.outcome(lane, ends.keySet().iterator().next(), bySeq));
    }
    return ends.size();
  }

  /** Lists are longer or shorter by what was made. */
  private void grown(Lane lane, Map<LaneRow, RowEnd> ends) {
    var gone = new TreeMap<String, List<Integer>>();
    var come = new TreeMap<String, List<Integer>>();
    ends.forEach((row, end) -> {
      Attempt made = row.attempt();
      if (end.result() == Result.APPLIED && made.growth() != 0) {
        var grown = made.growth() < 0 ? gone : come;
        made.kind()
            .list()
            .ifPresent(list -> grown.computeIfAbsent(list, _ -> new ArrayList<>()).add(row.seq()));
      }
    });
    gone.forEach((list, rows) -> sets.gone(lane.workspace(), list, rows.size()));
    come.forEach((list, rows) -> sets.come(lane.workspace(), list, lane.set(), rows));
  }

  /** Whether a holder who has died has left any rows open. */
  @Transactional
  public boolean inherits(Lane lane) {
    return 0 < room.read(() -> store.inherit(lane));
  }

  /** Whatever was not begun is not attempted, or blocked, for one reason. */
  public void close(Lane lane, RowEnd end, Actor actor) {
    group.write(
        lane,
        1,
        state -> {
          store.close(lane, end);
          ledger.append(LaneEntries.closed(lane, end, actor));
          return state;
        });
  }

  /**
   * In one transaction, so that nobody can die between the last lane's end and its set's. Only the
   * last that is run looks whether the set is over.
   *
   * @param done whether no row is left
   */
  public void giveBack(Lane lane, boolean done, Duration pause, int tries) {
    group.write(
        lane,
        1,
        state -> {
          Instant now = time.now();
          if (lanes.giveBack(lane, now.plus(LOOK_AFTER), done, pause, tries)) {
            sets.finish(lane.set(), now);
          }
          return state;
        });
  }
}
