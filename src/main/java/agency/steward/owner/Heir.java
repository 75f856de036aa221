package agency.steward.owner;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who is to become the owner: a member who has accepted, whatever their role. */
final class Heir {
  private Heir() {}

  /** Who has accepted comes before who has not; addresses are compared as mail does. */
  static Optional<ObjectNode> among(List<ObjectNode> members, String address) {
    return members.stream()
        .filter(member -> has(member, "email", address) || has(member, "user_email", address))
        .min(Comparator.comparing(member -> !isAccepted(member)));
  }

  static boolean isAccepted(ObjectNode member) {
    return member.path("accepted").asBoolean();
  }

  /** Why somebody cannot become it. */
  static Problem notEligible(Optional<ObjectNode> member) {
    String detail =
        member.isEmpty()
            ? "Nobody with this address is a member of the workspace. Invite them first: POST"
                + " /v1/workspaces/{id}/members; they have to accept."
            : "This person has been invited, but has not accepted yet. Only they can, in Instantly's"
                + " app.";
    return Problem.of(ProblemCode.OWNER_NOT_ELIGIBLE, detail)
        .at("/email", member.isEmpty() ? "Not a member" : "Has not accepted yet");
  }

  private static boolean has(ObjectNode member, String field, String address) {
    return member
        .path(field)
        .asText()
        .toLowerCase(Locale.ROOT)
        .equals(address.toLowerCase(Locale.ROOT));
  }
}
