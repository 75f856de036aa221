package agency.steward.group.change;

import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.plan.Change;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Steward does not saw off the branch it sits on: a link through which it reaches a registered
 * workspace stays, whichever side wants to end it (contract 3). It is judged as it was read, and
 * once more as it is when it shall end.
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
        .map(peers -> reached(change, peers))
        .map(names -> names.isEmpty() ? Optional.<Violation>empty() : named(names))
        .orElseGet(() ->
            violation("It could not be found out whether Steward reaches a workspace this way"));
  }

  private static List<String> reached(Change change, List<ObjectNode> peers) {
    Stream<ObjectNode> now =
        peers.stream()
            .filter(link ->
                change.objectId().filter(LinkObject.text(link, LinkObject.ID)::equals).isPresent());
    return Stream.concat(change.before().stream(), now)
        .flatMap(link -> OwnLinks.reached(link).stream())
        .distinct()
        .toList();
  }

  private static Optional<Violation> named(List<String> names) {
    return violation("Through this link Steward reaches " + String.join(", ", names));
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
