package agency.steward.member.change;

import agency.steward.changeset.plan.Intent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an invitation says, and whether somebody is as it says: {@code email}, {@code role}, and
 * where they are wanted {@code permissions} and {@code nickname} (facts.md 4.1).
 */
final class Invited {
  private Invited() {}

  /** The name under which only one at a time invites somebody. */
  static String lock(String email) {
    return "email:" + Member.folded(email);
  }

  /**
   * @param invitation what Instantly is sent
   */
  static Intent intent(ObjectNode invitation) {
    return new Intent(lock(email(invitation)), invitation);
  }

  /** An invitation as somebody was before. */
  static ObjectNode like(ObjectNode member) {
    ObjectNode invitation = JsonNodeFactory.instance.objectNode();
    for (String field : List.of(Member.EMAIL, Member.ROLE, Member.PERMISSIONS, Member.NICKNAME)) {
      JsonNode value = member.path(field);
      if (!value.isMissingNode() && !value.isNull() && !(value.isArray() && value.isEmpty())) {
        invitation.set(field, value);
      }
    }
    return invitation;
  }

  static String email(ObjectNode invitation) {
    return invitation.path(Member.EMAIL).asText();
  }

  static Set<String> permissions(ObjectNode member) {
    var permissions = new HashSet<String>();
    for (JsonNode permission : member.path(Member.PERMISSIONS)) {
      permissions.add(permission.asText());
    }
    return permissions;
  }

  /** The permissions count only where they were asked for. */
  static boolean isSo(ObjectNode member, ObjectNode invitation) {
    return Member.role(member).equals(Member.role(invitation))
        && Member.hasAddress(member, email(invitation))
        && (!invitation.has(Member.PERMISSIONS)
            || permissions(member).equals(permissions(invitation)));
  }
}
