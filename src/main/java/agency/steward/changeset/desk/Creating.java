package agency.steward.changeset.desk;

import agency.steward.changeset.ChangeSetHeader;
import agency.steward.changeset.ask.Asked;
import agency.steward.changeset.planning.NewSet;
import agency.steward.changeset.planning.PlanRuns;
import agency.steward.changeset.planning.Requested;
import agency.steward.changeset.show.ChangeSets;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.ChangeSetStore;
import agency.steward.changeset.stored.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stores what is asked for, has it planned, and answers when that is done or takes too long. */
@ApplicationScoped
class Creating {
  private final PlanRuns runs;
  private final ChangeSets sets;
  private final ChangeSetStore store;
  private final Asker asker;

  Creating(PlanRuns runs, ChangeSets sets, ChangeSetStore store, Asker asker) {
    this.runs = runs;
    this.sets = sets;
    this.store = store;
    this.asker = asker;
  }

  /** 201 with the plan, or 202 while it is still being planned. */
  Response create(Asked asked, Duration wait) {
    return create(
        asked.kind().name(), asked.reason(), asked.whenAllowed(), asked.requested(), wait);
  }

  Response create(
      String kind,
      Optional<String> reason,
      boolean whenAllowed,
      Requested requested,
      Duration wait) {
    NewSet set = set(kind, reason, whenAllowed, requested);
    Future<?> planning = runs.begin(set, asker.actor(), Optional.of(asker.requestId()));
    await(planning, wait);
    return answer(sets, store.find(set.id()).orElseThrow());
  }

  private NewSet set(
      String kind, Optional<String> reason, boolean whenAllowed, Requested requested) {
    var caller = asker.caller();
    return new NewSet(
        ChangeSetId.next(),
        kind,
        reason,
        caller.principal(),
        caller.roleNames(),
        whenAllowed,
        requested);
  }

  /** As it would be; nothing is stored. */
  Response preview(Asked asked) {
    var preview =
        runs.preview(
            set(asked.kind().name(), asked.reason(), asked.whenAllowed(), asked.requested()));
    return Response.ok(PreviewView.of(asked, preview)).build();
  }

  private static void await(Future<?> planning, Duration wait) {
    try {
      planning.get(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException goesOn) {
      // it is planned by whoever is alive; the answer says how far it is
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  static Response answer(ChangeSets sets, ChangeSet set) {
    return sets.view(set)
        .in(
            Response.status(set.state() == State.PLANNING ? 202 : 201)
                .location(URI.create("/v1/change-sets/" + set.id()))
                .header(ChangeSetHeader.NAME, set.id().toString()));
  }
}
