package agency.steward.changeset.apply;

import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.guard.GuardConfig;
import agency.steward.changeset.lease.Leases;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.stored.ChangeReadStore;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetFilter;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.instantly.Deadline;
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

/** The engine with the real database, a made-up Instantly, and time at hand. */
@ApplicationScoped
class Workbench {
  private final Leases leases;
  private final ChangeReadStore store;
  private final Recorder recorder;
  private final Heirs heirs;
  private final ChangeSetConfig config;
  private final Clock clock;

  Workbench(
      Leases leases,
      ChangeReadStore store,
      Recorder recorder,
      Heirs heirs,
      ChangeSetConfig config,
      Clock clock) {
    this.leases = leases;
    this.store = store;
    this.recorder = recorder;
    this.heirs = heirs;
    this.config = config;
    this.clock = clock;
  }

  /** One workspace, one principal, one made-up Instantly. */
  Place in(Workspace workspace) {
    return new Place(workspace);
  }

  final class Place {
    final Things things = new Things();
    final List<Duration> slept = new ArrayList<>();
    final Workspace workspace;
    final String principal;
    private final ChangeKind paint = new Paint();
    private Duration ahead = Duration.ZERO;
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

    void settle() {
      settler().settle(row());
    }

    ChangeSet set() {
      return store
          .page(
              new ChangeSetFilter(
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(workspace.id())),
              Optional.empty(),
              1)
          .getFirst();
    }

    RecordedChange row() {
      return row(set().id());
    }

    RecordedChange row(ChangeSetId id) {
      return store.changes(id, Optional.empty(), Optional.empty(), 0, 1).getFirst();
    }

    private OneChange one() {
      return new OneChange(
          askers(),
          leases,
          sites(),
          new Budget(store, budget(), now()),
          store,
          recorder,
          new Execution(looks()),
          new Outcomes(recorder, now()),
          slept::add,
          config);
    }

    Settler settler() {
      return new Settler(store, heirs, leases, looks(), recorder, config, now());
    }

    ChangeSetSettlement settlement() {
      return new ChangeSetSettlement(store, heirs, settler());
    }

    private Looks looks() {
      return new Looks(sites(), slept::add);
    }

    private GuardConfig budget() {
      return () -> riskyRowsPerHour;
    }

    private InstantSource now() {
      return () -> clock.instant().plus(ahead);
    }

    private Sites sites() {
      return new Sites(null, config) {
        @Override
        InstantlyWorkspace within(Workspace where, Deadline deadline) {
          return things;
        }
      };
    }

    private Askers askers() {
      return new Askers(null, null) {
        @Override
        Attempt attempt(Workspace where, ChangeKind kind, Intent intent, Change change) {
          return new Attempt(
              ChangeSetId.next(),
              where.id(),
              where.name(),
              kind,
              intent,
              change,
              Actor.of(principal, List.of("agency-admin")),
              Optional.of("test"));
        }
      };
    }
  }
}
