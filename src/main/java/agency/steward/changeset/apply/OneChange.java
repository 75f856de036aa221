package agency.steward.changeset.apply;

import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.attempt.Attempt;
import agency.steward.changeset.attempt.Ending;
import agency.steward.changeset.attempt.Execution;
import agency.steward.changeset.attempt.Recorder;
import agency.steward.changeset.attempt.Refusals;
import agency.steward.changeset.attempt.Sites;
import agency.steward.changeset.attempt.Stay;
import agency.steward.changeset.guard.IdentityGuard;
import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.instantly.InstantlyException;
import agency.steward.instantly.InstantlyFailure;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/**
 * Makes one change in the request that asks for it: a change set of one row (contract 3). The way
 * is the one of every change: detect, plan, judge, store the intent, write, read back, record.
 */
@ApplicationScoped
public class OneChange {
  private final Askers askers;
  private final Holdings holdings;
  private final Sites sites;
  private final Judge judge;
  private final Budget budget;
  private final Recorder recorder;
  private final Execution execution;
  private final Outcomes outcomes;

  OneChange(
      Askers askers,
      Holdings holdings,
      Sites sites,
      Judge judge,
      Budget budget,
      Recorder recorder,
      Execution execution,
      Outcomes outcomes) {
    this.askers = askers;
    this.holdings = holdings;
    this.sites = sites;
    this.judge = judge;
    this.budget = budget;
    this.recorder = recorder;
    this.execution = execution;
    this.outcomes = outcomes;
  }

  /**
   * Makes the change and returns the answer of its kind, with the header {@code
   * Steward-Change-Set}. Call it on a virtual thread, outside of any transaction. Takes as long as
   * Instantly does, and up to five seconds more if the effect does not show at once.
   *
   * @throws ProblemException for every other outcome; {@code SUBJECT_BUSY} while somebody else
   *     changes the subject
   */
  public Response make(Workspace workspace, ChangeKind kind, Intent intent) {
    InstantlyWorkspace instantly = sites.reading(workspace);
    try (Holding holding = holdings.in(workspace)) {
      holding.take(intent.lock());
      instantly.proveIdentity();
      Optional<ObjectNode> present = kind.detect(instantly, intent);
      return switch (kind.plan(intent, present)) {
        case Plan.Impossible impossible -> throw impossible.problem().thrown();
        case Plan.AlreadySo already ->
            ended(
                workspace,
                askers.attempt(workspace, kind, intent, already.change()),
                new Ending.AlreadySo(present));
        case Plan.Needed needed ->
            carryOut(
                workspace,
                askers.attempt(workspace, kind, intent, needed.change()),
                instantly,
                holding);
      };
    } catch (InstantlyException e) {
      throw e.failure() instanceof InstantlyFailure.WrongIdentity ? unproven(e) : e;
    }
  }

  private Response carryOut(
      Workspace workspace, Attempt attempt, InstantlyWorkspace instantly, Holding holding) {
    List<Violation> violations = judge.violations(attempt, instantly, holding);
    if (!violations.isEmpty()) {
      return ended(workspace, attempt, new Ending.Blocked(violations));
    }
    budget.check(attempt);
    var stay = Stay.in(workspace);
    Sites.Writing writing = sites.writing(stay);
    recorder.intend(attempt, holding.leases());
    Ending ending = execution.run(stay, attempt, writing);
    return outcomes.record(workspace, attempt, ending, holding);
  }

  private Response ended(Workspace workspace, Attempt attempt, Ending ending) {
    recorder.note(attempt, ending);
    return outcomes.answer(workspace, attempt, ending);
  }

  /** Nothing was planned yet, so there is no row that could say so. */
  private static ProblemException unproven(InstantlyException found) {
    return Refusals.of(List.of(IdentityGuard.UNPROVEN)).thrown(found);
  }
}
