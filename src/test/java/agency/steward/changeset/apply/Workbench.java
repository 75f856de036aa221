package agency.steward.changeset.apply;

import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.attempt.Attempt;
import agency.steward.changeset.attempt.Attempting;
import agency.steward.changeset.attempt.ChangeSetConfig;
import agency.steward.changeset.attempt.Recorder;
import agency.steward.changeset.attempt.Sleeper;
import agency.steward.changeset.lease.Leases;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.settle.Settling;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetFilter;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.ChangeSetStore;
import agency.steward.changeset.stored.ChangeStore;
import agency.steward.changeset.stored.DatabaseTime;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.changeset.stored.Times;
import agency.steward.idempotency.Settlement;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.ledger.Actor;
import agency.steward.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The engine with the real database, a made-up Instantly, and time at hand. */
@ApplicationScoped
class Workbench {
  private final Leases leases;
  private final ChangeSetStore sets;
  private final ChangeStore store;
  private final Recorder recorder;
  private final Settling settling;
  private final ChangeSetConfig config;
  private final DatabaseTime time;
  private final Clock clock;

  Workbench(
      Leases leases,
      ChangeSetStore sets,
      ChangeStore store,
      Recorder recorder,
      Settling settling,
      ChangeSetConfig config,
      DatabaseTime time,
      Clock clock) {
    this.leases = leases;
    this.sets = sets;
    this.store = store;
    this.recorder = recorder;
    this.settling = settling;
    this.config = config;
    this.time = time;
    this.clock = clock;
  }

  /** One workspace, one principal, one made-up Instantly. */
  Place in(Workspace workspace) {
    return new Place(workspace);
  }

  /** Somebody who writes into a made-up workspace as often as they like; waiting takes no time. */
  OneChange at(InstantlyWorkspace instantly, Workspace workspace) {
    Sleeper quick = time -> LockSupport.parkNanos(200_000);
    return one(
        new Attempting(instantly, config, quick),
        quick,
        new Budget(store, 1_000_000, clock),
        "sub:" + workspace.id(),
        time);
  }

  private OneChange one(
      Attempting attempting, Sleeper sleeper, Budget budget, String principal, DatabaseTime now) {
    return new OneChange(
        askers(principal),
        new Holdings(leases, sleeper, config),
        attempting.sites(),
        new Judge(store),
        budget,
        recorder,
        attempting.execution(),
        new Outcomes(recorder, now));
  }

  private static Askers askers(String principal) {
    return new Askers(null, null) {
      @Override
      Attempt attempt(Workspace where, ChangeKind kind, Intent intent, Change change) {
        return Attempt.single(
            ChangeSetId.next(),
            where,
            kind,
            intent,
            change,
            Actor.of(principal, List.of("agency-admin")),
            Optional.of("test"));
      }
    };
  }

  final class Place {
    final Things things = new Things();
    final List<Duration> slept = new ArrayList<>();
    final Workspace workspace;
    final String principal;
    private final ChangeKind paint = new Paint();
    private final Attempting attempting = new Attempting(things, config, slept::add);
    private Duration ahead = Duration.ZERO;
    private Duration jumped = Duration.ZERO;
    int riskyRowsPerHour = 50;

    private Place(Workspace workspace) {
      this.workspace = workspace;
      this.principal = "sub:" + workspace.id();
    }

    Response paint(String thing, String colour) {
      return one().make(workspace, paint, Paint.intent(thing, colour));
    }

    void later(Duration time) {
      ahead = ahead.plus(time);
    }

    /** Somebody sets the clock of this machine. */
    void jump(Duration time) {
      jumped = jumped.plus(time);
    }

    void settle() {
      settling.settle(row(), attempting.looks(), time());
    }

    void settleDue() {
      settling.settleDue(attempting.looks(), time());
    }

    Settlement settlement() {
      return settling.settlement(attempting.looks(), time());
    }

    /** The newest. */
    ChangeSet set() {
      var here =
          new ChangeSetFilter(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(workspace.id()),
              Optional.empty());
      return sets.page(here, Optional.empty(), 1).getFirst();
    }

    RecordedChange row() {
      return store.changes(set().id(), Optional.empty(), Optional.empty(), 0, 1).getFirst();
    }

    private OneChange one() {
      return Workbench.this.one(
          attempting, slept::add, new Budget(store, riskyRowsPerHour, clock()), principal, time());
    }

    private DatabaseTime time() {
      return Times.after(time, () -> ahead);
    }

    private InstantSource clock() {
      return () -> clock.instant().plus(ahead).plus(jumped);
    }
  }
}
