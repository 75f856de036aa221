package agency.steward.changeset.lane.claim;

import agency.steward.changeset.Sight;
import agency.steward.changeset.attempt.Looks;
import agency.steward.changeset.attempt.Sites;
import agency.steward.changeset.decision.Going;
import agency.steward.changeset.lane.Lane;
import agency.steward.changeset.lane.LaneRow;
import agency.steward.changeset.lane.Run;
import agency.steward.changeset.lane.written.Bundle;
import agency.steward.changeset.lane.written.BundleStore;
import agency.steward.changeset.lane.written.LaneRecorder;
import agency.steward.changeset.lane.written.LaneRows;
import agency.steward.changeset.lane.written.LaneStore;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.ChangeSetStore;
import agency.steward.changeset.stored.Result;
import agency.steward.changeset.stored.RowEnd;
import agency.steward.changeset.stored.SqlStore;
import agency.steward.instantly.Deadline;
import agency.steward.instantly.wire.Permit;
import agency.steward.neighbour.Neighbours;
import agency.steward.workspace.Workspace;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Lets lanes be run by hand, and replicas die. */
@ApplicationScoped
public class LaneWork {
  private final Lanes lanes;
  private final LaneStore store;
  private final Orphans orphans;
  private final LaneRecorder recorder;
  private final LaneRows rows;
  private final ChangeSetStore sets;
  private final Sites sites;
  private final SqlStore database;
  private final LaneRunner runner;
  private final Looks looks;
  private final BundleStore bundles;
  private final Going going;

  LaneWork(
      Lanes lanes,
      LaneStore store,
      Orphans orphans,
      LaneRecorder recorder,
      LaneRows rows,
      ChangeSetStore sets,
      Sites sites,
      SqlStore database,
      LaneRunner runner,
      Looks looks,
      BundleStore bundles,
      Going going) {
    this.lanes = lanes;
    this.store = store;
    this.orphans = orphans;
    this.recorder = recorder;
    this.rows = rows;
    this.sets = sets;
    this.sites = sites;
    this.database = database;
    this.runner = runner;
    this.looks = looks;
    this.bundles = bundles;
    this.going = going;
  }

  /** Everything that can be done now, by this replica. */
  public void workOff() {
    boolean busy = true;
    while (busy) {
      // Asked before the claim: a lane that ends in between may have been in another one's way.
      boolean wasBusy = lanes.isBusy();
      busy = lanes.claim() > 0 || wasBusy;
      LockSupport.parkNanos(5_000_000);
    }
  }

  /** Looks who has ended. */
  public void look() {
    orphans.release();
  }

  /** A lane that rests a while has rested. */
  public void rested(String set) {
    update("UPDATE change_lane SET due_at = now() WHERE change_set_id = ?::uuid", set);
  }

  /** The only lane of a set was given up for a while that often. */
  void tried(String set, int times) {
    String sql = "UPDATE change_lane SET tries = ? WHERE change_set_id = ?::uuid";
    QuarkusTransaction.requiringNew().run(() -> database.update(sql, times, set));
  }

  /** Nobody has heard of those who run its lanes for ten seconds. */
  public void died(String set) {
    update(
        "UPDATE change_lane SET expires_at = now() - interval '1 second'"
            + " WHERE change_set_id = ?::uuid AND state = 'running'",
        set);
  }

  /** A plan is older than it may be. */
  public void expired(String set) {
    update(
        "UPDATE change_set SET expires_at = now() - interval '1 second' WHERE id = ?::uuid", set);
  }

  /** As if a kind had made what was done to it that nobody knows any more. */
  public void forgotten(String set, String subject) {
    update(
        "UPDATE change SET kind = 'forgotten' WHERE change_set_id = ?::uuid AND subject = ?",
        set,
        subject);
  }

  /** As replicas of before have left sets behind: cancelled, with rows that were not sent. */
  public void leftCancelling(String set) {
    update("UPDATE change SET result = 'pending' WHERE change_set_id = ?::uuid", set);
    update(
        "UPDATE change_set SET state = 'cancelling', finished_at = NULL WHERE id = ?::uuid", set);
  }

  /** Looks which sets are over. */
  public void tidies() {
    going.finishOver();
  }

  private void update(String sql, String... values) {
    QuarkusTransaction.requiringNew().run(() -> database.update(sql, (Object[]) values));
  }

  /** Another replica, which has taken the only lane of a set. */
  public Other taken(String set, Workspace workspace) {
    List<Lane> taken = store.claim(Deadline.in(Duration.ofMinutes(1)), Duration.ofMinutes(1), 100);
    Lane lane =
        taken.stream().filter(each -> each.set().toString().equals(set)).findFirst().orElseThrow();
    return new Other(lane, sets.find(lane.set()).orElseThrow(), workspace);
  }

  /**
   * Another replica, which has taken all lanes that are free. Those of other tests, which may have
   * left some to rest, it holds and does nothing with.
   *
   * @param workspaces of this test
   */
  public List<Other> taken(List<Workspace> workspaces) {
    return store.claim(Deadline.in(Duration.ofMinutes(1)), Duration.ofMinutes(1), 100).stream()
        .flatMap(lane ->
            workspaces.stream()
                .filter(each -> each.id().equals(lane.workspace()))
                .map(where -> new Other(lane, sets.find(lane.set()).orElseThrow(), where)))
        .toList();
  }

  /** How much of them is held, or not over: rows, lanes and leases. */
  public long leftIn(List<Workspace> workspaces) {
    String sql =
        """
        SELECT (SELECT count(*) FROM change WHERE workspace_id = ANY (?) AND (result = 'running' OR look_at IS NOT NULL))
          + (SELECT count(*) FROM change_lane WHERE workspace_id = ANY (?) AND state <> 'done')
          + (SELECT count(*) FROM lease WHERE workspace_id = ANY (?) AND expires_at > clock_timestamp())
        """;
    Object ids = workspaces.stream().map(each -> each.id().value()).toArray(UUID[]::new);
    return QuarkusTransaction.requiringNew()
        .call(() -> database.column(sql, Long.class, ids, ids, ids).getFirst());
  }

  public ChangeSet set(String id) {
    return sets.find(ChangeSetId.parse(id).orElseThrow()).orElseThrow();
  }

  /** A replica that does only what it is told. */
  public final class Other {
    private final Lane lane;
    private final ChangeSet set;
    private final Workspace workspace;
    private List<LaneRow> intended = List.of();
    private Optional<Briefing> known = Optional.empty();

    private Other(Lane lane, ChangeSet set, Workspace workspace) {
      this.lane = lane;
      this.set = set;
      this.workspace = workspace;
    }

    /** Stores the intents of all rows. */
    public Other intends() {
      intended = recorder.intend(lane, rows.pending(set, workspace));
      return this;
    }

    /** The same within a transaction that is not over. */
    public void writes() {
      bundles.hold(List.of(lane));
      var bundle = new Bundle();
      bundle.intend(lane, rows.pending(set, workspace));
      bundles.write(bundle);
    }

    /** Says that all of them have failed. */
    public void fails() {
      says(Result.FAILED);
    }

    /** Says that this has become of all of them. */
    public void says(Result result) {
      var ends = new HashMap<LaneRow, RowEnd>();
      intended.forEach(row -> ends.put(row, RowEnd.of(result, Instant.now())));
      recorder.end(lane, ends, List.of());
    }

    /** Says that the first was made, and that the others were not sent. */
    public Other makesOne() {
      RowEnd made = RowEnd.of(Result.APPLIED, Instant.now());
      List<LaneRow> others = intended.subList(1, intended.size());
      recorder.end(lane, Map.of(intended.getFirst(), made), others);
      return this;
    }

    /** Says of each that it was made, where that is to be seen. */
    public void settles() {
      var ends = new HashMap<LaneRow, RowEnd>();
      var stay = new Run(lane, set, workspace).stay();
      intended.forEach(row ->
          looks
              .once(stay, row.attempt(), Optional.empty())
              .filter(Sight.AsWanted.class::isInstance)
              .ifPresent(seen ->
                  ends.put(row, RowEnd.of(Result.APPLIED, Instant.now()).verified(seen.now()))));
      recorder.end(lane, ends, List.of());
    }

    /** Says that none of them was sent. */
    public void takesBack() {
      recorder.end(lane, Map.of(), intended);
    }

    /** Gives the lane back, whatever is left. */
    public void givesUp() {
      recorder.giveBack(lane, false, Duration.ZERO, 0);
    }

    /** Takes over what its predecessor has left open. */
    public boolean inherits() {
      return recorder.inherits(lane);
    }

    /** Sends them, and says nothing to anybody. */
    public Other sends() {
      intended.forEach(row ->
          row.attempt()
              .kind()
              .apply(
                  sites.bulk(workspace, 0, Permit.ALWAYS),
                  row.attempt().intent(),
                  row.attempt().change()));
      return this;
    }

    /**
     * Nobody hears of it any more; ten seconds later. Its subjects are held for longer than that.
     */
    public void dies() {
      died(set.id().toString());
    }

    /** It is no more, and its lease is not over. */
    public Other ends() {
      update(
          "UPDATE change_lane SET process = ? WHERE change_set_id = ?::uuid",
          Neighbours.ofThisMachine().self() + "1",
          set.id().toString());
      return this;
    }

    /** How long its lease lasts, in seconds. */
    public double left() {
      return QuarkusTransaction.requiringNew()
          .call(() ->
              database
                  .column(
                      "SELECT extract(epoch FROM expires_at - clock_timestamp())::float8 FROM change_lane"
                          + " WHERE change_set_id = ?::uuid",
                      Double.class,
                      set.id().value())
                  .getFirst());
    }

    /** Its lease is over, and it has not heard of it. */
    public Other isLate() {
      lane.prolong(Deadline.in(Duration.ZERO));
      return this;
    }

    /** Reads what it has to know of its set and its workspace. */
    public Other knows() {
      Briefing briefing = runner.briefing(List.of(lane));
      briefing.set(lane);
      briefing.workspace(lane);
      known = Optional.of(briefing);
      return this;
    }

    /** It was only asleep, and goes on as if nothing had happened. */
    public void goesOn() {
      runner.run(lane, known.orElseGet(() -> runner.briefing(List.of(lane))));
    }

    /** Looks what became of the first row; empty where it does not. */
    Optional<Sight> looks() {
      var stay = new Run(lane, set, workspace).stay();
      return looks.once(stay, intended.getFirst().attempt(), Optional.empty());
    }

    int intended() {
      return intended.size();
    }
  }
}
