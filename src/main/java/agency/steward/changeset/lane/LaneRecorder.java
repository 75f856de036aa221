package agency.steward.changeset.lane;

import agency.steward.changeset.attempt.Attempt;
import agency.steward.changeset.attempt.ChangeSetConfig;
import agency.steward.changeset.decision.Rejudging;
import agency.steward.changeset.guard.SetRules;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes down what a lane is about to do and what became of it: in blocks, each with its entry. */
@ApplicationScoped
class LaneRecorder {
  static final Duration SUBJECTS = Duration.ofSeconds(30);
  private static final Duration LOOK_AFTER = Duration.ofSeconds(60);

  private final GroupCommit group;
  private final LaneStore lanes;
  private final LaneRowStore store;
  private final ChangeWriteStore sets;
  private final Rejudging rejudging;
  private final Ledger ledger;
  private final ChangeSetConfig config;
  private final DatabaseTime time;

  LaneRecorder(
      GroupCommit group,
      LaneStore lanes,
      LaneRowStore store,
      ChangeWriteStore sets,
      Rejudging rejudging,
      Ledger ledger,
      ChangeSetConfig config,
      DatabaseTime time) {
    this.group = group;
    this.lanes = lanes;
    this.store = store;
    this.sets = sets;
    this.rejudging = rejudging;
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
  List<LaneRow> intend(Lane lane, List<LaneRow> rows) {
    return group.write(
        lane,
        rows.size(),
        state -> {
          check(lane, state);
          return begin(lane, rows);
        });
  }

  /**
   * A row that a holder who has died has left halfway, before its rest is sent. Throws where it
   * cannot be now; then it is as it was.
   */
  LaneRow goOn(Lane lane, LaneRow row) {
    return group.write(
        lane,
        1,
        state -> {
          check(lane, state);
          store.again(lane, List.of(row.seq()));
          return begin(lane, List.of(row)).stream()
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

  private List<LaneRow> begin(Lane lane, List<LaneRow> rows) {
    Set<String> free = store.take(lane, rows.stream().map(LaneRow::lock).toList(), SUBJECTS);
    List<Integer> ours =
        rows.stream().filter(row -> free.contains(row.lock())).map(LaneRow::seq).toList();
    Instant now = time.now();
    Set<Integer> begun = store.intend(lane, ours, now, now.plus(LOOK_AFTER));
    List<LaneRow> sent =
        rows.stream().filter(row -> begun.contains(row.seq())).map(row -> row.begun(now)).toList();
    if (!sent.isEmpty()) {
      ledger.append(LaneEntries.attempt(lane, sent));
    }
    return sent;
  }

  /** What the workspace has only once, such as its admins; false while somebody else holds it. */
  @Transactional
  boolean isTaken(Lane lane, String name) {
    return !store.take(lane, List.of(name), config.lease()).isEmpty();
  }

  @Transactional
  void giveBack(Lane lane, String name) {
    store.giveBack(lane, List.of(name));
  }

  /**
   * What became of rows; gives their subjects back.
   *
   * @param unsent were certainly not sent
   */
  void end(Lane lane, Map<LaneRow, RowEnd> ends, List<LaneRow> unsent) {
    if (!ends.isEmpty() || !unsent.isEmpty()) {
      group.write(
          lane,
          ends.size() + unsent.size(),
          state -> {
            end(lane, ends);
            again(lane, unsent);
            return ends.size();
          });
    }
  }

  private void end(Lane lane, Map<LaneRow, RowEnd> ends) {
    if (ends.isEmpty()) {
      return;
    }
    var bySeq = new LinkedHashMap<Integer, RowEnd>();
    var growth = new TreeMap<String, Integer>();
    ends.forEach((row, end) -> {
      bySeq.put(row.seq(), end);
      if (end.result() == Result.APPLIED) {
        Attempt made = row.attempt();
        made.kind().list().ifPresent(list -> growth.merge(list, made.growth(), Integer::sum));
      }
    });
    store.end(lane, bySeq);
    store.giveBack(lane, ends.keySet().stream().map(LaneRow::lock).toList());
    growth.values().removeIf(more -> more == 0);
    growth.forEach((where, more) -> sets.changed(lane.workspace(), where, more));
    ledger.append(LaneEntries.outcome(lane, ends.keySet().iterator().next(), bySeq));
  }

  private void again(Lane lane, List<LaneRow> rows) {
    if (!rows.isEmpty()) {
      store.again(lane, rows.stream().map(LaneRow::seq).toList());
      store.giveBack(lane, rows.stream().map(LaneRow::lock).toList());
    }
  }

  /** Whether a holder who has died has left any rows open. */
  @Transactional
  boolean inherits(Lane lane) {
    return 0 < store.inherit(lane, time.now().plus(LOOK_AFTER));
  }

  /** Whatever was not begun is not attempted, or blocked, for one reason. */
  void close(Lane lane, RowEnd end, Actor actor) {
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
  void giveBack(Lane lane, boolean done, Duration pause, int tries) {
    group.write(
        lane,
        1,
        state -> {
          lanes.giveBack(lane, done, pause, tries);
          if (!lanes.isRunning(lane.set())) {
            sets.finish(lane.set(), time.now());
          }
          return state;
        });
  }
}
