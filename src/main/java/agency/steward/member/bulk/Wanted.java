package agency.steward.member.bulk;

import agency.steward.access.Ceiling;
import agency.steward.access.Right;
import agency.steward.access.job.Profile;
import agency.steward.access.job.Profiles;
import agency.steward.changeset.Fields;
import agency.steward.changeset.Wish;
import agency.steward.member.change.Member;
import agency.steward.member.change.MemberKinds;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody shall be in a workspace: a role, or a profile, which brings permissions. */
@ApplicationScoped
class Wanted {
  static final String PROFILE = "profile";

  private final Profiles profiles;
  private final Ceiling ceiling;

  Wanted(Profiles profiles, Ceiling ceiling) {
    this.profiles = profiles;
    this.ceiling = ceiling;
  }

  /** One that exists. */
  Optional<Profile> profile(Fields fields) {
    Optional<String> name = fields.text(PROFILE);
    Optional<Profile> profile = name.flatMap(profiles::find);
    if (name.isPresent() && profile.isEmpty()) {
      String known = profiles.all().stream().map(Profile::name).collect(Collectors.joining(", "));
      fields.fault(PROFILE, "There is no such profile. There are: " + known);
    }
    return profile;
  }

  /** The profiles that the wishes name, as they are now: looked for once, however many rows. */
  Map<String, Profile> known(List<Wish> wishes) {
    return named(wishes.stream().map(Wish::asked));
  }

  private Map<String, Profile> named(Stream<ObjectNode> rows) {
    return profiles.named(rows.map(Wanted::name).collect(Collectors.toSet()));
  }

  private static String name(ObjectNode row) {
    return row.path(PROFILE).asText("");
  }

  /**
   * What Instantly is to be sent for a row.
   *
   * @param known the profiles of all rows
   */
  ObjectNode invitation(ObjectNode row, Map<String, Profile> known) {
    ObjectNode invitation = row.deepCopy();
    invitation.remove(PROFILE);
    Optional.ofNullable(known.get(name(row)))
        .ifPresent(profile -> {
          invitation.put(Member.ROLE, profile.instantlyRole());
          put(invitation, profile.permissions());
        });
    return invitation;
  }

  /** Throws {@code PRIVILEGE_CEILING}. */
  void checkCeiling(Workspace workspace, List<ObjectNode> asked, Right right) {
    Map<String, Profile> known = named(asked.stream());
    asked.forEach(
        each -> checkCeiling(workspace, each, Optional.ofNullable(known.get(name(each))), right));
  }

  private void checkCeiling(
      Workspace workspace, ObjectNode asked, Optional<Profile> wanted, Right right) {
    wanted.ifPresentOrElse(
        profile -> ceiling.profile(workspace, profile, right),
        () ->
            ceiling.member(
                workspace, Member.role(asked), List.copyOf(MemberKinds.permissions(asked)), right));
  }

  private static void put(ObjectNode invitation, List<String> permissions) {
    if (!permissions.isEmpty()) {
      permissions.forEach(invitation.putArray(Member.PERMISSIONS)::add);
    }
  }
}
