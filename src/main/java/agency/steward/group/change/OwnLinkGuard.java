package agency.steward.group.change;

import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.plan.Change;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Steward does not saw off the branch it sits on: a link through which it reaches a registered
 * workspace stays, whichever side wants to end it (contract 3).
 */
final class OwnLinkGuard implements Guard {
  static final String RULE = "OWN_LINK";

  @Override
  public String rule() {
    return RULE;
  }

  @Override
  public Optional<Violation> judge(Change change, GuardContext context) {
    if (change.before().isEmpty()) {
      return Optional.empty();
    }
    return context
        .peers()
        .map(reached -> reached.isEmpty() ? Optional.<Violation>empty() : named(reached))
        .orElseGet(() ->
            violation("It could not be found out whether Steward reaches a workspace this way"));
  }

  private static Optional<Violation> named(List<ObjectNode> reached) {
    String names =
        reached.stream()
            .map(workspace ->
                "%s (%s)"
                    .formatted(
                        workspace.path(OwnLinks.NAME).asText(),
                        workspace.path(OwnLinks.ID).asText()))
            .collect(Collectors.joining(", "));
    return violation("Through this link Steward reaches " + names);
  }

  private static Optional<Violation> violation(String why) {
    return Optional.of(
        new Violation(
            RULE,
            Violation.Scope.ROW,
            ProblemCode.LINK_IN_USE_BY_STEWARD,
            why
                + ". Give it a key of its own (PUT /v1/workspaces/{id}/credential) or forget it"
                + " (DELETE /v1/workspaces/{id}) first.",
            false));
  }
}
