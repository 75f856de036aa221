package agency.steward.member.change;

import agency.steward.changeset.Answer;
import agency.steward.changeset.Present;
import agency.steward.changeset.Sight;
import agency.steward.changeset.Step;
import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import agency.steward.fleet.answer.Outward;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Somebody is invited. Instantly knows no idempotency key, so what became of an invitation is found
 * out by the address (facts.md 4.1).
 */
final class Invitation implements MemberKind {
  static final String NAME = "invite";

  private final List<Guard> guards;
  private final Removal removal;

  /**
   * @param removal the way back
   */
  Invitation(List<Guard> guards, Removal removal) {
    this.guards = guards;
    this.removal = removal;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Guard> guards() {
    return guards;
  }

  @Override
  public Optional<ObjectNode> detect(InstantlyWorkspace instantly, Intent intent) {
    return People.all(instantly).stream()
        .filter(member -> Member.hasAddress(member, Invited.email(intent.data())))
        .findFirst();
  }

  @Override
  public Plan plan(Intent intent, Optional<ObjectNode> present) {
    Optional<ObjectNode> before = present.map(Member::essentials);
    boolean already = before.filter(member -> Invited.isSo(member, intent.data())).isPresent();
    if (before.isPresent() && !already) {
      return new Plan.Impossible(taken(present.get()));
    }
    var change =
        new Change(
            NAME,
            Invited.email(intent.data()),
            before.map(member -> member.path(Member.ID).asText()),
            before,
            already ? before : Optional.of(intent.data()),
            already ? Effect.NEUTRAL : Effect.GRANTS,
            Reversibility.LOSSLESS);
    return already ? new Plan.AlreadySo(change) : new Plan.Needed(change);
  }

  @Override
  public ObjectNode apply(InstantlyWorkspace instantly, Intent intent, Change change) {
    return instantly.post(Member.PATH, intent.data());
  }

  @Override
  public Sight look(
      InstantlyWorkspace instantly, Intent intent, Change change, Optional<ObjectNode> written) {
    Optional<ObjectNode> now =
        written
            .map(member -> member.path(Member.ID).asText())
            .filter(id -> !id.isEmpty())
            .map(id -> People.get(instantly, id))
            .orElseGet(() -> detect(instantly, intent));
    return sight(intent, change, now);
  }

  @Override
  public Sight sight(Intent intent, Change change, Optional<ObjectNode> now) {
    if (now.isEmpty()) {
      return new Sight.AsBefore(now);
    }
    return Invited.isSo(now.get(), intent.data())
        ? new Sight.AsWanted(now)
        : new Sight.Different(now);
  }

  /** That the address is taken is how Instantly says no to a second invitation (409 or 400). */
  @Override
  public Problem explain(Problem refusal, Sight found) {
    return found.now().map(Invitation::taken).orElse(refusal);
  }

  private static Problem taken(ObjectNode member) {
    return Problem.of(
            ProblemCode.ALREADY_EXISTS,
            "This address is a member already, with the role %s or with other permissions. Change the role by PATCH; permissions are set only by removing and inviting again."
                .formatted(Member.role(member)))
        .at("/email", "Is a member already")
        .with("existing_id", member.path(Member.ID).asText());
  }

  @Override
  public Answer answer(
      Workspace workspace, Change change, boolean changed, Optional<ObjectNode> now) {
    ObjectNode member = now.orElseThrow();
    ObjectNode body = Outward.object(workspace, member);
    return changed
        ? Answer.created(
            "/v1/workspaces/%s/members/%s"
                .formatted(workspace.id(), member.path(Member.ID).asText()),
            body)
        : Answer.ok(body);
  }

  @Override
  public boolean isDelicate(Change change) {
    return People.becomesAdmin(change);
  }

  @Override
  public String inverseKind() {
    return Removal.NAME;
  }

  @Override
  public boolean isSubject(ObjectNode object, Intent intent, Change change) {
    return Member.hasAddress(object, Invited.email(intent.data()));
  }

  /** Only the very invitation that was sent, never one that somebody else has sent since. */
  @Override
  public Optional<Step> inverse(Intent intent, Change done, Present present) {
    return present.objects().stream()
        .filter(
            member -> done.objectId().filter(member.path(Member.ID).asText()::equals).isPresent())
        .filter(member -> Invited.isSo(member, intent.data()))
        .findFirst()
        .map(removal::step);
  }

  /**
   * One of many.
   *
   * @param present who has this address already
   */
  Step step(ObjectNode invitation, Optional<ObjectNode> present) {
    Intent intent = Invited.intent(invitation);
    return new Step(
        Invited.email(invitation), invitation, true, this, intent, plan(intent, present));
  }
}
