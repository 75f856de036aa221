package agency.steward.owner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** How things stand around a transfer: the owner, who is to become it, and who was. */
final class Standing {
  static final String HEIR = "heir";
  private static final String PREVIOUS = "previous_owner";

  private Standing() {}

  /** The owner, and under {@code heir} the member with the address, if there is one. */
  static ObjectNode before(String owner, List<ObjectNode> members, String address) {
    ObjectNode standing = owner(owner, members);
    Heir.among(members, address).map(Standing::essentials).ifPresent(h -> standing.set(HEIR, h));
    return standing;
  }

  /** The owner, and under {@code previous_owner} what became of the one before. */
  static ObjectNode after(String owner, List<ObjectNode> members, ObjectNode before) {
    ObjectNode standing = owner(owner, members);
    String user = before.path(Ownership.USER).asText();
    Optional<ObjectNode> member = Ownership.find(members, user);
    ObjectNode previous = Ownership.described(user, member);
    member.ifPresent(row -> Ownership.copy(row, Ownership.ROLE, previous));
    if (member.isEmpty()) {
      Ownership.copy(before, Ownership.EMAIL, previous);
    }
    standing.set(PREVIOUS, previous.put("absent", member.isEmpty()));
    return standing;
  }

  private static ObjectNode essentials(ObjectNode member) {
    return member.deepCopy().retain("id", Ownership.USER, Ownership.EMAIL, "accepted");
  }

  /** Without what was only needed to decide. */
  static ObjectNode shown(ObjectNode standing) {
    return standing.deepCopy().without(HEIR);
  }

  private static ObjectNode owner(String user, List<ObjectNode> members) {
    return Ownership.described(user, Ownership.find(members, user))
        .put("accepted_admins", members.stream().filter(Standing::isAcceptedAdmin).count());
  }

  private static boolean isAcceptedAdmin(ObjectNode member) {
    return member.path(Ownership.ROLE).asText().equals("admin") && Heir.isAccepted(member);
  }
}
