package agency.steward.changeset.desk;

import agency.steward.access.Access;
import agency.steward.access.Right;
import agency.steward.changeset.decision.Approving;
import agency.steward.changeset.decision.Decider;
import agency.steward.changeset.decision.Going;
import agency.steward.changeset.decision.Started;
import agency.steward.changeset.planning.PlanRuns;
import agency.steward.changeset.planning.Planned;
import agency.steward.changeset.show.ChangeSetView;
import agency.steward.changeset.show.ChangeSets;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.ChangeSetStore;
import agency.steward.changeset.stored.ChangeStore;
import agency.steward.changeset.stored.State;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Asks who may decide, and has it decided. */
@ApplicationScoped
class Deciding {
  private final Access access;
  private final Asker asker;
  private final ChangeSets sets;
  private final ChangeSetStore store;
  private final Approving approving;
  private final Going going;
  private final PlanRuns runs;
  private final ChangeStore rows;
  private final Event<Started> started;

  Deciding(
      Access access,
      Asker asker,
      ChangeSets sets,
      ChangeSetStore store,
      Approving approving,
      Going going,
      PlanRuns runs,
      ChangeStore rows,
      Event<Started> started) {
    this.access = access;
    this.asker = asker;
    this.sets = sets;
    this.store = store;
    this.approving = approving;
    this.going = going;
    this.runs = runs;
    this.rows = rows;
    this.started = started;
  }

  void requireApprover() {
    access.require(Right.CHANGE_SET_APPROVE);
  }

  /** Whoever may ask for change sets, or approve them; of which one, is asked once it is known. */
  void requireActor() {
    if (!sets.mayApprove()) {
      access.somewhere(Right.CHANGE_SET_CREATE);
    }
  }

  /** Throws {@code NOT_FOUND}, and {@code FORBIDDEN} for one that is somebody else's. */
  private ChangeSet actedOn(String id) {
    ChangeSet set = planned(id);
    if (!sets.mayApprove() && !set.createdBy().equals(asker.caller().principal())) {
      throw Problem.of(
              ProblemCode.FORBIDDEN,
              "Only who asked for a change set, agency-approver and agency-admin may do this.")
          .thrown();
    }
    return set;
  }

  /** A write of one row was made as it was asked for; there is nothing to decide. */
  private ChangeSet planned(String id) {
    ChangeSet set = sets.visible(id);
    if (set.bulk().isEmpty()) {
      throw Problem.of(
              ProblemCode.CHANGE_SET_STATE, "This is a write of one row, which has been made.")
          .with("state", set.state().wire())
          .thrown();
    }
    return set;
  }

  ChangeSetView approve(String id, Optional<String> ifMatch, ApproveBody body) {
    ChangeSet set = planned(id);
    approving.approve(set, body.yes(), decider(ifMatch));
    applyIfAllowed(set.id());
    return view(set);
  }

  ChangeSetView reject(String id, Optional<String> ifMatch, RejectBody body) {
    ChangeSet set = planned(id);
    approving.reject(set, body.why(), decider(ifMatch));
    return view(set);
  }

  ChangeSetView apply(String id, Optional<String> ifMatch, ApplyBody body) {
    ChangeSet set = actedOn(id);
    if (going.apply(set, ApproveBody.digest(body.digest()), decider(ifMatch))) {
      started.fire(new Started(set.id()));
    }
    return view(set);
  }

  /** A set that shall go by itself goes once it is planned. */
  void planned(@Observes Planned planned) {
    applyIfAllowed(planned.id());
  }

  private void applyIfAllowed(ChangeSetId id) {
    if (going.applyIfAllowed(id)) {
      started.fire(new Started(id));
    }
  }

  RefreshedView refresh(String id) {
    ChangeSet set = actedOn(id);
    if (set.startedAt().isPresent()
        || !(set.state().isDecidable() || set.state() == State.EXPIRED)) {
      throw Problem.of(
              ProblemCode.CHANGE_SET_STATE,
              "Only what is planned, approved or expired can be planned again.")
          .with("state", set.state().wire())
          .thrown();
    }
    var old = rows.all(set.id(), Optional.empty());
    PlanRuns.Refreshed fresh =
        runs.again(set)
            .orElseThrow(() ->
                Problem.of(ProblemCode.CHANGE_SET_STATE, "It went on while it was planned again.")
                    .thrown());
    return new RefreshedView(fresh.digest(), Differences.between(old, fresh.rows()));
  }

  ChangeSetView pause(String id, Optional<String> ifMatch) {
    ChangeSet set = actedOn(id);
    going.pause(set, decider(ifMatch));
    return view(set);
  }

  ChangeSetView resume(String id, Optional<String> ifMatch) {
    ChangeSet set = actedOn(id);
    going.resume(set, decider(ifMatch));
    started.fire(new Started(set.id()));
    return view(set);
  }

  ChangeSetView cancel(String id, Optional<String> ifMatch) {
    ChangeSet set = actedOn(id);
    going.cancel(set, decider(ifMatch));
    return view(set);
  }

  private Decider decider(Optional<String> ifMatch) {
    return new Decider(
        asker.actor(), Optional.of(asker.requestId()), set -> sets.check(set, ifMatch));
  }

  private ChangeSetView view(ChangeSet set) {
    return sets.view(store.find(set.id()).orElseThrow());
  }
}
