package agency.steward.changeset.planning;

import agency.steward.access.caller.FleetRole;
import agency.steward.changeset.stored.Bulk;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.ChangeSetStore;
import agency.steward.instantly.pace.Party;
import agency.steward.ledger.Actor;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Plans sets in the background; whoever takes over from a dead replica plans from the start. What
 * nobody can plan is given up after some tries.
 */
@ApplicationScoped
public class PlanRuns {
  private static final Logger LOG = Logger.getLogger(PlanRuns.class);
  private static final int HEIRS = 8;

  private final Planning planning;
  private final PlanRecorder recorder;
  private final PlanStore store;
  private final ChangeSetStore sets;
  private final PlanConfig config;
  private final ObjectMapper json = new ObjectMapper();
  private final Event<Planned> planned;
  private final PlanQueue queue;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService pulse =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("changeset-plan-pulse").daemon(true).factory());

  PlanRuns(
      Planning planning,
      PlanRecorder recorder,
      PlanStore store,
      ChangeSetStore sets,
      PlanConfig config,
      PlanQueue queue,
      Event<Planned> planned) {
    this.planning = planning;
    this.recorder = recorder;
    this.store = store;
    this.sets = sets;
    this.config = config;
    this.planned = planned;
    this.queue = queue;
  }

  /**
   * Stores what is wanted, and then plans it; the future is done when the plan is stored. Throws
   * {@code RATE_LIMITED} where too many of the same principal's wait for that.
   */
  public Future<?> begin(NewSet set, Actor actor, Optional<String> requestId) {
    queue.requireRoom(set.createdBy());
    var claimed = recorder.create(set, actor, requestId);
    return threads.submit(() -> run(claimed, stored -> sheet(stored, set.requested())));
  }

  /** Plans what dead replicas have left behind. */
  public void inherit() {
    for (PlanStore.Claimed claimed : recorder.takeOver(HEIRS)) {
      threads.submit(() -> run(claimed, this::sheet));
    }
  }

  private Sheet sheet(ChangeSet set) {
    return sheet(set, requested(set.id()));
  }

  private Sheet sheet(ChangeSet set, Requested requested) {
    Party.is(set.createdBy());
    return queue.inTurn(set.createdBy(), () -> planning.sheet(set.kind(), requested, true));
  }

  private void run(PlanStore.Claimed claimed, Function<ChangeSet, Sheet> work) {
    ScheduledFuture<?> beats = beating(claimed);
    try {
      ChangeSet set = sets.find(claimed.id()).orElseThrow();
      if (claimed.tries() <= config.tries()) {
        plan(set, claimed, work.apply(set));
      } else {
        recorder.giveUp(set, claimed, planning.givenUp(set.kind(), requested(set.id())));
      }
    } catch (RuntimeException e) {
      LOG.errorf(e, "Change set %s could not be planned; somebody tries again", claimed.id());
    } finally {
      beats.cancel(false);
    }
  }

  private void plan(ChangeSet set, PlanStore.Claimed claimed, Sheet sheet) {
    if (recorder.seal(set, claimed, planning.sealed(sheet, isAutomation(set)), sheet)) {
      planned.fire(new Planned(set.id()));
    }
  }

  private ScheduledFuture<?> beating(PlanStore.Claimed claimed) {
    long every = config.lease().toMillis() / 5;
    return pulse.scheduleWithFixedDelay(() -> beat(claimed), every, every, TimeUnit.MILLISECONDS);
  }

  private void beat(PlanStore.Claimed claimed) {
    try {
      recorder.goesOn(claimed);
    } catch (RuntimeException e) {
      LOG.warnf("Change set %s: no heartbeat: %s", claimed.id(), e.getMessage());
    }
  }

  /** The rows that would be made, as they could be asked for, by kind; stores nothing. */
  public Map<String, Requested> asked(String kind, Requested requested, String principal) {
    return queue.inTurn(principal, () -> planning.sheet(kind, requested, false)).asked();
  }

  /** What the plan would be; stores nothing. */
  public Preview preview(NewSet set) {
    Sheet sheet =
        queue.inTurn(set.createdBy(), () -> planning.sheet(set.kind(), set.requested(), false));
    return new Preview(planning.sealed(sheet, isAutomation(set.createdAs())), sheet.shown());
  }

  /** What would be, and its rows. */
  public record Preview(Sealed sealed, List<ShownRow> rows) {}

  /**
   * Plans the set once more. What was agreed to is compared with the plan that there is once nobody
   * else can store another one: since it was seen, that may have changed.
   *
   * @return empty where it went on meanwhile
   */
  public Optional<Refreshed> again(ChangeSet seen) {
    var claimed = recorder.again(seen.id());
    ChangeSet set = sets.find(seen.id()).orElseThrow();
    Sheet sheet = sheet(set);
    Sealed fresh = planning.sealed(sheet, isAutomation(set));
    boolean same = set.digest().filter(fresh.digest()::equals).isPresent();
    return recorder.sealAgain(set, claimed, fresh, sheet, same)
        ? Optional.of(new Refreshed(fresh.digest(), sheet.shown()))
        : Optional.empty();
  }

  /** The new plan. */
  public record Refreshed(String digest, List<ShownRow> rows) {}

  private static boolean isAutomation(ChangeSet set) {
    return isAutomation(List.copyOf(set.bulk().map(Bulk::createdAs).orElseThrow()));
  }

  private static boolean isAutomation(List<String> roles) {
    return roles.contains(FleetRole.AGENCY_AUTOMATION.wire())
        && !roles.contains(FleetRole.AGENCY_ADMIN.wire());
  }

  /** What was asked for. */
  public Requested requested(ChangeSetId id) {
    PlanStore.Stored stored = store.find(id).orElseThrow();
    var targets = new ArrayList<WorkspaceId>();
    read(stored.targets())
        .forEach(target -> targets.add(WorkspaceId.parse(target.asText()).orElseThrow()));
    return Requested.read(targets, read(stored.request()));
  }

  private JsonNode read(String stored) {
    try {
      return json.readTree(stored);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a change set is stored as something else", e);
    }
  }

  @PreDestroy
  void stop() {
    pulse.shutdownNow();
    threads.shutdownNow();
  }
}
