package agency.steward.member.change;

import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.Step;
import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.guard.GuardConfig;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.problem.Problem;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of changes of members, under the guards of this deployment. */
@ApplicationScoped
public class MemberKinds {
  private final Edit role;
  private final Edit nickname;
  private final Removal removal;
  private final Invitation invitation;
  private final Reinvitation reinvitation;

  MemberKinds(GuardConfig config) {
    List<Guard> guards =
        Stream.concat(
                People.GUARDS.stream(),
                Stream.of(
                    new ProtectedGuard(config.protectedPeople().orElse(List.of())),
                    new ClientGuard(config.agencyDomains().orElse(List.of()))))
            .toList();
    this.role = new Edit("role_change", guards);
    this.nickname = new Edit("nickname_change", guards);
    this.removal = new Removal(guards);
    this.invitation = removal.invitation();
    this.reinvitation = new Reinvitation(guards);
  }

  /** Those of a deployment with these limits. */
  public static MemberKinds under(GuardConfig config) {
    return new MemberKinds(config);
  }

  /** Another role for somebody who is there. */
  public Step role(ObjectNode member, Role wanted, boolean named) {
    ObjectNode set = JsonNodeFactory.instance.objectNode().put(Member.ROLE, wanted.wire());
    return role.step(member, set, named);
  }

  /** Somebody who is there goes. */
  public Step remove(ObjectNode member) {
    return removal.step(member);
  }

  /** Somebody was to go who is not there. */
  public Step gone(String email) {
    return removal.gone(email);
  }

  /** A row that was asked for and cannot be made. */
  public static Step impossible(ChangeKind kind, ObjectNode wish, Problem why) {
    String email = wish.path(Member.EMAIL).asText();
    var intent = new Intent(Invited.lock(email), wish);
    return new Step(email, wish, true, kind, intent, new Plan.Impossible(why));
  }

  /**
   * Somebody comes.
   *
   * @param present who has the address already
   */
  public Step invite(ObjectNode wanted, Optional<ObjectNode> present) {
    return invitation.step(wanted, present);
  }

  /**
   * Somebody who is there goes and is invited again, as this.
   *
   * @param risky whether access is lost until they have accepted
   */
  public Step reinvite(ObjectNode member, ObjectNode wanted, boolean risky, boolean named) {
    return reinvitation.step(member, wanted, risky, named);
  }

  /** Somebody whom a set has removed and not invited again comes; empty for any other wish. */
  public Optional<Step> rest(ObjectNode wish, List<ObjectNode> members) {
    if (!wish.has(Again.INVITATION)) {
      return Optional.empty();
    }
    ObjectNode wanted = wish.withObject("/" + Again.INVITATION);
    Optional<ObjectNode> there = People.find(members, wanted.path(Member.EMAIL).asText());
    return Optional.of(invite(wanted, there).wishing(wish));
  }

  /** Somebody who has accepted already, and needs no second letter. */
  public Step accepted(ObjectNode member) {
    return reinvitation.accepted(member);
  }

  /** Those of somebody, or of an invitation; none means those of the role. */
  public static Set<String> permissions(ObjectNode member) {
    return Invited.permissions(member);
  }

  /** The invitation that would make somebody what they are. */
  public static ObjectNode invitationLike(ObjectNode member) {
    return Invited.like(member);
  }

  @Produces
  @Singleton
  public ChangeKind roleChange() {
    return role;
  }

  @Produces
  @Singleton
  ChangeKind nicknameChange() {
    return nickname;
  }

  @Produces
  @Singleton
  ChangeKind removal() {
    return removal;
  }

  @Produces
  @Singleton
  public ChangeKind invitation() {
    return invitation;
  }

  @Produces
  @Singleton
  public ChangeKind reinvitation() {
    return reinvitation;
  }
}
