package agency.steward.owner;

import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who owns a workspace: the {@code owner} of {@code GET /workspaces/current} is a user's id, and
 * the member with it says who that is (facts.md 4.6). The owner may be no member at all.
 */
final class Ownership {
  static final String USER = "user_id";
  static final String EMAIL = "email";
  static final String MEMBER = "member_id";
  static final String ROLE = "role";
  private static final String CURRENT = "/workspaces/current";

  private Ownership() {}

  /** The owner; members are read only as far as it takes to find them. */
  static ObjectNode of(InstantlyWorkspace instantly) {
    String user = user(instantly);
    try (Stream<ObjectNode> members = instantly.walk(Listing.MEMBERS, Map.of())) {
      return described(user, members.filter(member -> isUser(member, user)).findFirst());
    }
  }

  /** The user's id of the owner. */
  static String user(InstantlyWorkspace instantly) {
    return instantly.get(CURRENT).path("owner").asText();
  }

  /** All members, whole. */
  static List<ObjectNode> members(InstantlyWorkspace instantly) {
    return instantly.list(Listing.MEMBERS, Map.of());
  }

  static Optional<ObjectNode> find(List<ObjectNode> members, String user) {
    return members.stream().filter(member -> isUser(member, user)).findFirst();
  }

  /** {@code user_id}, and of the member {@code member_id, email, name} where there is one. */
  static ObjectNode described(String user, Optional<ObjectNode> member) {
    ObjectNode owner = JsonNodeFactory.instance.objectNode().put(USER, user);
    member.ifPresent(row -> {
      owner.put(MEMBER, row.path("id").asText());
      copy(row, EMAIL, owner);
      copy(row, "name", owner);
    });
    return owner;
  }

  static void copy(ObjectNode from, String field, ObjectNode to) {
    JsonNode value = from.path(field);
    if (!value.isMissingNode() && !value.isNull()) {
      to.set(field, value);
    }
  }

  private static boolean isUser(ObjectNode member, String user) {
    return !user.isEmpty() && member.path(USER).asText().equals(user);
  }
}
