package agency.steward.member.change;

import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.plan.Change;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The owner is neither removed nor given another role; ownership can only be transferred. */
final class OwnerGuard implements Guard {
  private static final String RULE = "OWNER_PROTECTED";

  @Override
  public String rule() {
    return RULE;
  }

  @Override
  public Optional<Violation> judge(Change change, GuardContext context) {
    boolean owner = change.before().filter(Member::isOwner).isPresent();
    return owner && !staysOwner(change.after()) ? Optional.of(violation()) : Optional.empty();
  }

  private static boolean staysOwner(Optional<ObjectNode> after) {
    return after.filter(Member::isOwner).isPresent();
  }

  private static Violation violation() {
    return new Violation(
        RULE,
        Violation.Scope.ROW,
        ProblemCode.GUARD_VIOLATED,
        "This member owns the workspace and can be neither removed nor given another role."
            + " Transfer the ownership first: POST /v1/workspaces/{id}/owner.",
        false);
  }
}
