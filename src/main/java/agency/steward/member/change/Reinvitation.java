package agency.steward.member.change;

import agency.steward.changeset.Answer;
import agency.steward.changeset.HalfwayException;
import agency.steward.changeset.Present;
import agency.steward.changeset.SharedGround;
import agency.steward.changeset.Sight;
import agency.steward.changeset.Step;
import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import agency.steward.fleet.answer.Outward;
import agency.steward.instantly.InstantlyException;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
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
  private static final String MEMBER = "member_id";

  /** Of an intent, and of a wish of which only this is left. */
  static final String INVITATION = "invitation";

  private static final String RISKY = "risky";

  private final List<Guard> guards;

  Reinvitation(List<Guard> guards) {
    this.guards = guards;
  }

  Step step(ObjectNode member, ObjectNode wanted, boolean risky, boolean named) {
    String id = member.path(Member.ID).asText();
    String email = member.path(Member.EMAIL).asText();
    ObjectNode data = JsonNodeFactory.instance.objectNode().put(MEMBER, id).put(RISKY, risky);
    data.set(INVITATION, wanted);
    var intent = new Intent(People.lock(id), data);
    ObjectNode wish = JsonNodeFactory.instance.objectNode().put(Member.EMAIL, email);
    return new Step(email, wish, named, this, intent, plan(intent, Optional.of(member)));
  }

  Step accepted(ObjectNode member) {
    ObjectNode before = Member.essentials(member);
    String email = before.path(Member.EMAIL).asText();
    var so =
        new Change(
            NAME,
            email,
            Optional.of(before.path(Member.ID).asText()),
            Optional.of(before),
            Optional.of(before),
            Effect.NEUTRAL,
            Reversibility.LOSSLESS);
    ObjectNode wish = JsonNodeFactory.instance.objectNode().put(Member.EMAIL, email);
    var intent = new Intent(People.lock(before.path(Member.ID).asText()), wish);
    return new Step(email, wish, true, this, intent, new Plan.AlreadySo(so));
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
    return People.get(instantly, id(intent)).or(() -> listed(instantly, intent));
  }

  private static Optional<ObjectNode> listed(InstantlyWorkspace instantly, Intent intent) {
    return People.find(People.all(instantly), email(intent));
  }

  @Override
  public Plan plan(Intent intent, Optional<ObjectNode> present) {
    ObjectNode before = Member.essentials(present.orElseThrow());
    return new Plan.Needed(
        new Change(
            NAME,
            before.path(Member.EMAIL).asText(),
            Optional.of(before.path(Member.ID).asText()),
            Optional.of(before),
            Optional.of(invitation(intent)),
            isRisky(intent) ? Effect.REDUCES : Effect.NEUTRAL,
            comesBack(intent, before) ? Reversibility.REINVITE : Reversibility.IRREVERSIBLE));
  }

  /** A letter that was sent is sent; and a role that nobody can give does not come back. */
  private static boolean comesBack(Intent intent, ObjectNode was) {
    return isRisky(intent) && Role.of(Member.role(was)).isPresent();
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
    instantly.delete(Member.path(id(intent)));
    try {
      return goOn(instantly, intent, change);
    } catch (InstantlyException failed) {
      throw new HalfwayException(failed);
    }
  }

  @Override
  public ObjectNode goOn(InstantlyWorkspace instantly, Intent intent, Change change) {
    return instantly.post(Member.PATH, invitation(intent));
  }

  /** Who cannot invite any more must not go on removing. */
  @Override
  public boolean isOneByOne() {
    return true;
  }

  @Override
  public ObjectNode rest(ObjectNode wish, Intent intent) {
    ObjectNode rest = wish.deepCopy();
    rest.set(INVITATION, invitation(intent));
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
    if (now.get().path(Member.ID).asText().equals(id(intent))) {
      return new Sight.AsBefore(now);
    }
    return Invitation.isAsInvited(now.get(), invitation(intent))
        ? new Sight.AsWanted(now)
        : new Sight.Different(now);
  }

  /** After it the person has another id. */
  @Override
  public boolean isSubject(ObjectNode object, Intent intent, Change change) {
    return Member.hasAddress(object, email(intent));
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
        .filter(was -> comesBack(intent, was))
        .flatMap(was ->
            People.find(present.objects(), email(intent))
                .filter(now -> Invitation.isAsInvited(now, invitation(intent)))
                .map(now -> step(now, Invitation.like(was), true, true).wishing(wish(was))));
  }

  /** With its permissions also where there were none: left out, they would stay as they are. */
  private static ObjectNode wish(ObjectNode was) {
    ObjectNode wish = Invitation.like(was);
    wish.withArray(Member.PERMISSIONS);
    return wish;
  }

  @Override
  public Answer answer(
      Workspace workspace, Change change, boolean changed, Optional<ObjectNode> now) {
    return Answer.ok(Outward.object(workspace, now.orElseThrow()));
  }

  private static String id(Intent intent) {
    return intent.data().path(MEMBER).asText();
  }

  private static boolean isRisky(Intent intent) {
    return intent.data().path(RISKY).asBoolean();
  }

  private static String email(Intent intent) {
    return invitation(intent).path(Member.EMAIL).asText();
  }

  private static ObjectNode invitation(Intent intent) {
    return intent.data().withObject("/" + INVITATION);
  }
}
