package agency.steward.member.change;

import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.plan.Change;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * An accepted member of role admin has to be left; owner and open invitations do not count
 * (contract 6). Whom nobody has looked at is not there.
 */
final class LastAdminGuard implements Guard {
  private static final String RULE = "LAST_ADMIN";

  @Override
  public String rule() {
    return RULE;
  }

  @Override
  public Optional<Violation> judge(Change change, GuardContext context) {
    return Member.losesAdmin(change) && !anotherIsLeft(change, context.peers().orElse(List.of()))
        ? Optional.of(violation())
        : Optional.empty();
  }

  private static boolean anotherIsLeft(Change change, List<ObjectNode> peers) {
    String own = change.objectId().orElse("");
    return peers.stream()
        .anyMatch(
            peer -> Member.isAcceptedAdmin(peer) && !peer.path(Member.ID).asText().equals(own));
  }

  private static Violation violation() {
    return new Violation(
        RULE,
        Violation.Scope.ROW,
        ProblemCode.LAST_ADMIN,
        "Nobody else has accepted an invitation as admin there, so the workspace would be left"
            + " without one; the owner and open invitations do not count. Make somebody else admin"
            + " first.",
        true);
  }
}
