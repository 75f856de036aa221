package agency.steward.member.change;

import agency.steward.changeset.plan.Change;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

/** What Instantly's member objects say (facts.md 4.1). */
public final class Member {
  public static final String ID = "id";
  public static final String EMAIL = "email";
  public static final String ROLE = "role";
  public static final String NICKNAME = "nickname";
  public static final String PERMISSIONS = "permissions";
  static final String PATH = "/workspace-members";

  /** What of a member matters to somebody who judges a change, and to who wants to undo it. */
  private static final List<String> ESSENTIALS =
      List.of(ID, EMAIL, "user_email", ROLE, "accepted", NICKNAME, PERMISSIONS);

  private Member() {}

  /** Its path; ids that could lead elsewhere never come so far. */
  public static String path(String id) {
    return PATH + "/" + id;
  }

  /** Whether this is the member's address: either of both, whatever the case. */
  public static boolean hasAddress(ObjectNode member, String address) {
    String wanted = folded(address);
    return wanted.equals(folded(member.path(EMAIL).asText()))
        || wanted.equals(folded(member.path("user_email").asText()));
  }

  public static String folded(String address) {
    return address.toLowerCase(Locale.ROOT);
  }

  /** Without what is null, unstable or unknown. */
  static ObjectNode essentials(ObjectNode member) {
    ObjectNode essentials = JsonNodeFactory.instance.objectNode();
    for (String field : ESSENTIALS) {
      JsonNode value = member.path(field);
      if (value.isTextual() || value.isBoolean() || value.isArray()) {
        essentials.set(field, value);
      }
    }
    return essentials;
  }

  /** False where nobody can tell when it was. */
  public static boolean isInvitedBefore(ObjectNode member, Instant moment) {
    try {
      String invited = member.path("timestamp_created").asText();
      return OffsetDateTime.parse(invited).toInstant().isBefore(moment);
    } catch (DateTimeException unreadable) {
      return false;
    }
  }

  /** An invitation is none yet: it has to be accepted. */
  public static boolean isAcceptedAdmin(ObjectNode member) {
    return Role.ADMIN.wire().equals(role(member)) && member.path("accepted").asBoolean();
  }

  public static boolean isOwner(ObjectNode member) {
    return "owner".equals(role(member));
  }

  public static String role(ObjectNode member) {
    return member.path(ROLE).asText();
  }

  /** Whether the change takes an accepted admin from the workspace. */
  static boolean losesAdmin(Change change) {
    return change.before().filter(Member::isAcceptedAdmin).isPresent()
        && change.after().filter(Member::isAcceptedAdmin).isEmpty();
  }
}
