package agency.steward.member.bulk;

import agency.steward.access.Right;
import agency.steward.access.job.Profile;
import agency.steward.changeset.Fields;
import agency.steward.changeset.Present;
import agency.steward.changeset.Step;
import agency.steward.changeset.Wish;
import agency.steward.member.change.Member;
import agency.steward.member.change.MemberKinds;
import agency.steward.member.change.Role;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code profile_change}: another job for people who are there. Instantly sets permissions only
 * when it invites, so whoever needs other ones is removed and invited again (facts.md 4.1).
 */
@ApplicationScoped
class ProfileChanges implements PeopleKind {
  private final MemberKinds kinds;
  private final Wanted wanted;

  ProfileChanges(MemberKinds kinds, Wanted wanted) {
    this.kinds = kinds;
    this.wanted = wanted;
  }

  @Override
  public String name() {
    return "profile_change";
  }

  @Override
  public List<String> columns() {
    return List.of(Member.EMAIL, Wanted.PROFILE);
  }

  @Override
  public List<String> specFields() {
    return List.of(Asking.EMAILS, Wanted.PROFILE);
  }

  @Override
  public ObjectNode row(Fields row) {
    ObjectNode wish = Asking.person(row);
    wish.setAll(profile(row));
    return wish;
  }

  private ObjectNode profile(Fields fields) {
    ObjectNode profile = Asking.json();
    fields.needed(Wanted.PROFILE);
    wanted.profile(fields).map(Profile::name).ifPresent(name -> profile.put(Wanted.PROFILE, name));
    return profile;
  }

  @Override
  public List<ObjectNode> spec(Fields spec) {
    ObjectNode profile = profile(spec);
    return Asking.neededPeople(spec, wish -> wish.setAll(profile));
  }

  @Override
  public Set<Right> rights() {
    return Set.of(Right.MEMBER_WRITE, Right.MEMBER_INVITE, Right.MEMBER_DELETE);
  }

  @Override
  public void checkCeiling(Workspace workspace, List<ObjectNode> asked) {
    wanted.checkCeiling(workspace, asked, Right.MEMBER_WRITE);
  }

  @Override
  public List<Step> plan(Present present, List<Wish> wishes) {
    Map<String, Profile> known = wanted.known(wishes);
    return Rows.merged(
        wishes.stream().flatMap(wish -> steps(present.objects(), wish, known)).toList());
  }

  private Stream<Step> steps(List<ObjectNode> members, Wish wish, Map<String, Profile> known) {
    ObjectNode asked = wish.asked();
    Optional<Step> rest = kinds.rest(asked, members);
    if (rest.isPresent()) {
      return rest.stream();
    }
    return Rows.about(
        members,
        wish,
        member -> step(member, asked, known),
        () -> Rows.nobody(kinds.roleChange(), asked));
  }

  private Step step(ObjectNode member, ObjectNode asked, Map<String, Profile> known) {
    ObjectNode as = wanted.invitation(asked, known);
    if (!as.has(Member.ROLE)) {
      return MemberKinds.impossible(kinds.roleChange(), asked, Rows.noProfile());
    }
    Step step =
        isOnlyRole(asked) || MemberKinds.permissions(member).equals(MemberKinds.permissions(as))
            ? kinds.role(member, Role.of(Member.role(as)).orElseThrow(), true)
            : kinds.reinvite(member, as(member, as), true, true);
    return step.wishing(asked);
  }

  /** The undo of another role; that of another profile says which permissions, if only none. */
  private static boolean isOnlyRole(ObjectNode asked) {
    return !asked.has(Wanted.PROFILE) && !asked.has(Member.PERMISSIONS);
  }

  private static ObjectNode as(ObjectNode member, ObjectNode as) {
    ObjectNode invitation = as.deepCopy();
    if (invitation.path(Member.PERMISSIONS).isEmpty()) {
      invitation.remove(Member.PERMISSIONS);
    }
    invitation.put(Member.EMAIL, member.path(Member.EMAIL).asText());
    if (member.path(Member.NICKNAME).isTextual()) {
      invitation.set(Member.NICKNAME, member.path(Member.NICKNAME));
    }
    return invitation;
  }
}
