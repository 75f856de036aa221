package agency.steward.member;

import agency.steward.access.job.Profile;
import agency.steward.access.job.Profiles;
import agency.steward.member.change.Role;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what was asked for into what Instantly is to be sent, or says what is wrong with it. */
@ApplicationScoped
class Wanted {
  private final Profiles profiles;

  Wanted(Profiles profiles) {
    this.profiles = profiles;
  }

  ObjectNode invitation(InviteRequest asked) {
    return invitation(asked, profile(asked));
  }

  ObjectNode invitation(InviteRequest asked, Optional<Profile> profile) {
    if (asked.role().isPresent() == asked.profile().isPresent()) {
      throw Problem.invalid(
              asked.role().isPresent() ? "/profile" : "/role",
              "Say either role (admin, editor, view) or profile, not both")
          .thrown();
    }
    ObjectNode invitation =
        JsonNodeFactory.instance
            .objectNode()
            .put("email", Address.required(asked.email().orElse("")));
    asked.role().ifPresent(role -> invitation.put("role", Role.assignable(role, "/role").wire()));
    profile.ifPresent(found -> put(invitation, found));
    asked.permissions().ifPresent(permissions -> put(invitation, permissions, asked.profile()));
    asked.nickname().ifPresent(name -> invitation.put("nickname", Nickname.acceptable(name)));
    return invitation;
  }

  /** The profile that is asked for, if one is. */
  Optional<Profile> profile(InviteRequest asked) {
    return asked.profile().map(this::profile);
  }

  private static void put(ObjectNode invitation, Profile profile) {
    invitation.put("role", profile.instantlyRole());
    if (!profile.permissions().isEmpty()) {
      profile.permissions().forEach(invitation.putArray("permissions")::add);
    }
  }

  private static void put(
      ObjectNode invitation, List<@Nullable String> permissions, Optional<String> profile) {
    if (profile.isPresent()) {
      throw Problem.invalid("/permissions", "The profile says which permissions; leave them out")
          .thrown();
    }
    AskedPermissions.acceptable(permissions).forEach(invitation.putArray("permissions")::add);
  }

  private Profile profile(String name) {
    return profiles
        .find(name)
        .orElseThrow(() ->
            Problem.invalid("/profile", "There is no such profile. There are: " + names())
                .thrown());
  }

  private String names() {
    return profiles.all().stream().map(Profile::name).collect(Collectors.joining(", "));
  }

  /** {@code role} and {@code nickname} as they shall be. */
  ObjectNode edit(MemberPatch asked) {
    if (asked.permissions() != null) {
      throw needsReinvite();
    }
    ObjectNode set = JsonNodeFactory.instance.objectNode();
    asked.role().ifPresent(role -> set.put("role", Role.assignable(role, "/role").wire()));
    putNickname(set, asked.nickname());
    if (set.isEmpty()) {
      throw Problem.invalid("", "Say what is to be different: role, nickname or both").thrown();
    }
    return set;
  }

  private static void putNickname(ObjectNode set, @Nullable JsonNode nickname) {
    if (nickname == null) {
      return;
    }
    if (!nickname.isTextual() && !nickname.isNull()) {
      throw Problem.of(ProblemCode.MALFORMED_REQUEST, "nickname is a string, or null for none")
          .at("/nickname", "This must be a string or null")
          .thrown();
    }
    if (nickname.isTextual()) {
      Nickname.acceptable(nickname.textValue());
    }
    set.set("nickname", nickname);
  }

  private static RuntimeException needsReinvite() {
    return Problem.of(
            ProblemCode.PERMISSIONS_NEED_REINVITE,
            "Instantly sets permissions only when it invites. DELETE the member and POST a new"
                + " invitation with them; it has to be accepted again.")
        .at("/permissions", "Cannot be changed")
        .thrown();
  }
}
