package agency.steward.member.bulk;

import agency.steward.access.Right;
import agency.steward.access.job.Profile;
import agency.steward.changeset.Fields;
import agency.steward.changeset.Present;
import agency.steward.changeset.Step;
import agency.steward.changeset.Wish;
import agency.steward.member.AskedPermissions;
import agency.steward.member.Nickname;
import agency.steward.member.change.Member;
import agency.steward.member.change.MemberKinds;
import agency.steward.member.change.People;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code invite}: people come. */
@ApplicationScoped
class Invitations implements PeopleKind {
  private final MemberKinds kinds;
  private final Wanted wanted;

  Invitations(MemberKinds kinds, Wanted wanted) {
    this.kinds = kinds;
    this.wanted = wanted;
  }

  @Override
  public String name() {
    return "invite";
  }

  @Override
  public List<String> columns() {
    return List.of(Member.EMAIL, Member.ROLE, Wanted.PROFILE, Member.NICKNAME, Member.PERMISSIONS);
  }

  @Override
  public List<String> specFields() {
    return List.of(Asking.EMAILS, Member.ROLE, Wanted.PROFILE, Member.PERMISSIONS);
  }

  @Override
  public ObjectNode row(Fields row) {
    ObjectNode wish = Asking.person(row);
    wish.setAll(as(row));
    row.text(Member.NICKNAME)
        .ifPresent(name -> {
          if (!Nickname.isOne(name)) {
            row.fault(Member.NICKNAME, Nickname.NEEDED);
          }
          wish.put(Member.NICKNAME, name);
        });
    return wish;
  }

  private ObjectNode as(Fields fields) {
    ObjectNode as = Asking.json();
    if (fields.has(Member.ROLE) == fields.has(Wanted.PROFILE)) {
      fields.fault(Member.ROLE, "Say either role (admin, editor, view) or profile");
    }
    if (fields.has(Wanted.PROFILE) && fields.has(Member.PERMISSIONS)) {
      fields.fault(Member.PERMISSIONS, "The profile says which permissions; leave them out");
    }
    Asking.role(fields).ifPresent(role -> as.put(Member.ROLE, role.wire()));
    wanted.profile(fields).ifPresent(profile -> as.put(Wanted.PROFILE, profile.name()));
    List<String> permissions =
        AskedPermissions.named(
            fields.texts(Member.PERMISSIONS), fault -> fields.fault(Member.PERMISSIONS, fault));
    if (!permissions.isEmpty()) {
      permissions.forEach(as.putArray(Member.PERMISSIONS)::add);
    }
    return as;
  }

  @Override
  public List<ObjectNode> spec(Fields spec) {
    ObjectNode as = as(spec);
    return Asking.neededPeople(spec, wish -> wish.setAll(as));
  }

  @Override
  public Set<Right> rights() {
    return Set.of(Right.MEMBER_INVITE);
  }

  @Override
  public void checkCeiling(Workspace workspace, List<ObjectNode> asked) {
    wanted.checkCeiling(workspace, asked, Right.MEMBER_INVITE);
  }

  @Override
  public List<Step> plan(Present present, List<Wish> wishes) {
    Map<String, Profile> known = wanted.known(wishes);
    return Rows.merged(
        wishes.stream().map(wish -> step(present.objects(), wish.asked(), known)).toList());
  }

  private Step step(List<ObjectNode> members, ObjectNode asked, Map<String, Profile> known) {
    ObjectNode invitation = wanted.invitation(asked, known);
    if (!invitation.has(Member.ROLE)) {
      return MemberKinds.impossible(kinds.invitation(), asked, Rows.noProfile());
    }
    Optional<ObjectNode> there = People.find(members, asked.path(Member.EMAIL).asText());
    boolean other =
        there.filter(member -> !Member.role(member).equals(Member.role(invitation))).isPresent();
    return other
        ? MemberKinds.impossible(kinds.invitation(), asked, otherRole(there.get()))
        : kinds.invite(invitation, there);
  }

  private static Problem otherRole(ObjectNode member) {
    return Problem.of(
        ProblemCode.MEMBER_HAS_OTHER_ROLE,
        "This person is there already, with the role %s.".formatted(Member.role(member)));
  }
}
