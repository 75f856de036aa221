package agency.steward.member.change;

import agency.steward.changeset.Answer;
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
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Somebody goes: a member, or an invitation that nobody has accepted yet. */
final class Removal implements MemberKind {
  static final String NAME = "remove";
  private static final String MEMBER = "member_id";

  private final List<Guard> guards;

  private final Invitation invitation;

  Removal(List<Guard> guards) {
    this.guards = guards;
    this.invitation = new Invitation(guards, this);
  }

  /** The way back. */
  Invitation invitation() {
    return invitation;
  }

  static Intent intent(String memberId) {
    return new Intent(
        People.lock(memberId), JsonNodeFactory.instance.objectNode().put(MEMBER, memberId));
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

  /** Absence is proven by the complete list, never by a 404 alone. */
  private static Optional<ObjectNode> listed(InstantlyWorkspace instantly, Intent intent) {
    return People.all(instantly).stream()
        .filter(member -> member.path(Member.ID).asText().equals(id(intent)))
        .findFirst();
  }

  @Override
  public Plan plan(Intent intent, Optional<ObjectNode> present) {
    Optional<ObjectNode> before = present.map(Member::essentials);
    String subject = before.map(member -> member.path(Member.EMAIL).asText()).orElse(id(intent));
    var change =
        new Change(
            NAME,
            subject,
            Optional.of(id(intent)),
            before,
            Optional.empty(),
            before.isEmpty() ? Effect.NEUTRAL : Effect.REDUCES,
            Reversibility.REINVITE);
    return before.isEmpty() ? new Plan.AlreadySo(change) : new Plan.Needed(change);
  }

  @Override
  public Optional<SharedGround> sharedGround(Change change) {
    return People.admins(change);
  }

  @Override
  public ObjectNode apply(InstantlyWorkspace instantly, Intent intent, Change change) {
    return instantly.delete(Member.path(id(intent)));
  }

  @Override
  public Sight look(
      InstantlyWorkspace instantly, Intent intent, Change change, Optional<ObjectNode> written) {
    return sight(intent, change, listed(instantly, intent));
  }

  @Override
  public Sight sight(Intent intent, Change change, Optional<ObjectNode> now) {
    return now.isEmpty() ? new Sight.AsWanted(now) : new Sight.AsBefore(now);
  }

  @Override
  public Answer answer(
      Workspace workspace, Change change, boolean changed, Optional<ObjectNode> now) {
    return Answer.gone();
  }

  @Override
  public String inverseKind() {
    return Invitation.NAME;
  }

  @Override
  public boolean isSubject(ObjectNode object, Intent intent, Change change) {
    return object.path(Member.ID).asText().equals(id(intent));
  }

  /** Only by a new invitation, which has to be accepted again; not where somebody has invited. */
  @Override
  public Optional<Step> inverse(Intent intent, Change done, Present present) {
    return done.before()
        .filter(was -> Role.of(Member.role(was)).isPresent())
        .filter(was -> People.find(present.objects(), was.path(Member.EMAIL).asText()).isEmpty())
        .map(was -> invitation.step(Invited.like(was), Optional.empty()));
  }

  /** One of many. */
  Step step(ObjectNode member) {
    String email = member.path(Member.EMAIL).asText();
    Intent intent = intent(member.path(Member.ID).asText());
    ObjectNode wish = JsonNodeFactory.instance.objectNode().put(Member.EMAIL, email);
    return new Step(email, wish, true, this, intent, plan(intent, Optional.of(member)));
  }

  /** Somebody who is not there, one of many. */
  Step gone(String email) {
    ObjectNode wish = JsonNodeFactory.instance.objectNode().put(Member.EMAIL, email);
    var intent = new Intent(Invited.lock(email), wish);
    return new Step(email, wish, true, this, intent, new Plan.AlreadySo(Step.nothing(NAME, email)));
  }

  private static String id(Intent intent) {
    return intent.data().path(MEMBER).asText();
  }
}
