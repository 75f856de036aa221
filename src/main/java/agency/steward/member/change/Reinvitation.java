package agency.steward.member.change;

import agency.steward.changeset.Answer;
import agency.steward.changeset.HalfwayException;
import agency.steward.changeset.Present;
import agency.steward.changeset.SharedGround;
import agency.steward.changeset.Sight;
import agency.steward.changeset.Step;
import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.fleet.answer.Outward;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Somebody is removed and invited again: the one way to other permissions, and to a second letter
 * (facts.md 4.1). Two calls; between them the person is not there. Where the second one fails it is
 * said so, and it can be asked for by itself; others are not begun then.
 */
final class Reinvitation implements MemberKind {
  static final String NAME = "reinvite";

  private final List<Guard> guards;

  Reinvitation(List<Guard> guards) {
    this.guards = guards;
  }

  Step step(ObjectNode member, ObjectNode wanted, boolean risky, boolean named) {
    Intent intent = Again.intent(member, wanted, risky);
    return step(member, wish(member), named, intent, Again.plan(intent, member));
  }

  Step accepted(ObjectNode member) {
    ObjectNode is = Member.essentials(member);
    var intent = new Intent(People.lock(is.path(Member.ID).asText()), wish(is));
    return step(is, wish(is), true, intent, Again.needless(is));
  }

  private Step step(ObjectNode member, ObjectNode wish, boolean named, Intent intent, Plan plan) {
    return new Step(member.path(Member.EMAIL).asText(), wish, named, this, intent, plan);
  }

  private static ObjectNode wish(ObjectNode member) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(Member.EMAIL, member.path(Member.EMAIL).asText());
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
    return People.get(instantly, Again.id(intent)).or(() -> listed(instantly, intent));
  }

  private static Optional<ObjectNode> listed(InstantlyWorkspace instantly, Intent intent) {
    return People.find(People.all(instantly), Again.email(intent));
  }

  @Override
  public Plan plan(Intent intent, Optional<ObjectNode> present) {
    return Again.plan(intent, present.orElseThrow());
  }

  @Override
  public Optional<SharedGround> sharedGround(Change change) {
    return People.admins(change);
  }

  @Override
  public boolean isDelicate(Change change) {
    return People.becomesAdmin(change);
  }

  @Override
  public ObjectNode apply(InstantlyWorkspace instantly, Intent intent, Change change) {
    instantly.delete(Member.path(Again.id(intent)));
    try {
      return goOn(instantly, intent, change);
    } catch (ProblemException failed) {
      throw new HalfwayException(failed);
    }
  }

  @Override
  public ObjectNode goOn(InstantlyWorkspace instantly, Intent intent, Change change) {
    return instantly.post(Member.PATH, Again.invitation(intent));
  }

  /** Who cannot invite any more must not go on removing. */
  @Override
  public boolean isOneByOne() {
    return true;
  }

  @Override
  public ObjectNode rest(ObjectNode wish, Intent intent) {
    ObjectNode rest = wish.deepCopy();
    rest.set(Again.INVITATION, Again.invitation(intent));
    return rest;
  }

  @Override
  public Problem explain(Problem refusal, Sight found) {
    return found instanceof Sight.Halfway
        ? Problem.of(
            ProblemCode.ENDED_HALFWAY,
            "This person was removed and is out of the workspace: they were not invited again. %s"
                .formatted(refusal.detail()))
        : refusal;
  }

  @Override
  public Sight look(
      InstantlyWorkspace instantly, Intent intent, Change change, Optional<ObjectNode> written) {
    Optional<ObjectNode> now =
        written
            .map(member -> member.path(Member.ID).asText())
            .filter(id -> !id.isEmpty())
            .flatMap(id -> People.get(instantly, id))
            .or(() -> listed(instantly, intent));
    return sight(intent, change, now);
  }

  @Override
  public Sight sight(Intent intent, Change change, Optional<ObjectNode> now) {
    if (now.isEmpty()) {
      return new Sight.Halfway(now);
    }
    if (now.get().path(Member.ID).asText().equals(Again.id(intent))) {
      return new Sight.AsBefore(now);
    }
    return Invited.isSo(now.get(), Again.invitation(intent))
        ? new Sight.AsWanted(now)
        : new Sight.Different(now);
  }

  /** After it the person has another id. */
  @Override
  public boolean isSubject(ObjectNode object, Intent intent, Change change) {
    return Member.hasAddress(object, Again.email(intent));
  }

  /** What is taken back is another profile, and its undo is tried again in the same words. */
  @Override
  public String inverseKind() {
    return "profile_change";
  }

  /** Gone and invited once more, as they were before. */
  @Override
  public Optional<Step> inverse(Intent intent, Change done, Present present) {
    return done.before()
        .filter(was -> Again.comesBack(intent, was))
        .flatMap(was ->
            People.find(present.objects(), Again.email(intent))
                .filter(now -> Invited.isSo(now, Again.invitation(intent)))
                .map(now -> step(now, Invited.like(was), true, true).wishing(back(was))));
  }

  /** With its permissions also where there were none: left out, they would stay as they are. */
  private static ObjectNode back(ObjectNode was) {
    ObjectNode wish = Invited.like(was);
    wish.withArray(Member.PERMISSIONS);
    return wish;
  }

  @Override
  public Answer answer(
      Workspace workspace, Change change, boolean changed, Optional<ObjectNode> now) {
    return Answer.ok(Outward.object(workspace, now.orElseThrow()));
  }
}
