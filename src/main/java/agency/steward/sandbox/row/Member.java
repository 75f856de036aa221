package agency.steward.sandbox.row;

import agency.steward.sandbox.json.JsonOut;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person in one workspace (facts.md 4.1).
 *
 * @param userEmail the address of the account, where it is another one than the invited
 * @param first of the name, known once accepted
 * @param createdAt epoch ms of the invitation
 * @param issuerId who invited
 */
public record Member(
    UUID id,
    String email,
    UUID userId,
    @Nullable String userEmail,
    @Nullable String nickname,
    @Nullable String first,
    @Nullable String last,
    Role role,
    long createdAt,
    boolean accepted,
    @Nullable UUID issuerId,
    @Nullable List<String> permissions)
    implements Row {

  public Member accept() {
    return new Member(
        id,
        email,
        userId,
        userEmail,
        nickname,
        first,
        last,
        role,
        createdAt,
        true,
        issuerId,
        permissions);
  }

  public Member with(Role newRole, @Nullable String newNickname) {
    return new Member(
        id,
        email,
        userId,
        userEmail,
        newNickname,
        first,
        last,
        newRole,
        createdAt,
        accepted,
        issuerId,
        permissions);
  }

  /** Whether a part of the name or the address is this, in any case. */
  public boolean matches(String search) {
    String wanted = search.toLowerCase(Locale.ROOT);
    return (email + " " + first + " " + last).toLowerCase(Locale.ROOT).contains(wanted);
  }

  public void write(JsonOut out, UUID workspace) {
    out.object().id("id", id).text("email", email).id("user_id", userId);
    out.text("user_email", userEmail).text("nickname", nickname);
    if (first != null) {
      out.object("name").text("first", first).text("last", last == null ? "" : last).endObject();
    }
    out.text("role", role.json()).time("timestamp_created", createdAt);
    out.id("workspace_id", workspace).flag("accepted", accepted).id("issuer_id", issuerId);
    if (permissions != null) {
      out.texts("permissions", permissions);
    }
    out.endObject();
  }
}
