package agency.steward.member.change;

import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.plan.Change;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Who is not of the agency is changed only when named, never because a rule picked them. */
final class ClientGuard implements Guard {
  private static final String RULE = "CLIENT_PERSON";

  private final List<String> domains;

  /**
   * @param domains the agency's own; with none, nobody is taken for a client
   */
  ClientGuard(List<String> domains) {
    this.domains = domains.stream().map(domain -> "@" + Member.folded(domain.strip())).toList();
  }

  @Override
  public String rule() {
    return RULE;
  }

  @Override
  public Optional<Violation> judge(Change change, GuardContext context) {
    return context.named() || domains.isEmpty()
        ? Optional.empty()
        : change.before().filter(this::isOutside).map(member -> violation());
  }

  private boolean isOutside(ObjectNode member) {
    String address = Member.folded(member.path(Member.EMAIL).asText());
    return domains.stream().noneMatch(address::endsWith);
  }

  private static Violation violation() {
    return new Violation(
        RULE,
        Violation.Scope.ROW,
        ProblemCode.GUARD_VIOLATED,
        "This person is not of the agency's domains and was picked by a rule. Name the address to"
            + " change them.",
        true);
  }
}
