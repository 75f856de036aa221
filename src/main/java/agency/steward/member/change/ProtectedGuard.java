package agency.steward.member.change;

import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom the configuration protects is neither removed nor given another role. */
final class ProtectedGuard implements Guard {
  private static final String RULE = "PROTECTED_PERSON";

  private final List<Pattern> people;

  /**
   * @param people addresses; {@code *} stands for anything
   */
  ProtectedGuard(List<String> people) {
    this.people = people.stream().map(ProtectedGuard::pattern).toList();
  }

  private static Pattern pattern(String person) {
    String regex =
        Stream.of(Member.folded(person.strip()).split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(regex);
  }

  @Override
  public String rule() {
    return RULE;
  }

  @Override
  public Optional<Violation> judge(Change change, GuardContext context) {
    return change
        .before()
        .filter(member -> isProtected(member) && loses(member, change))
        .map(member -> violation());
  }

  private boolean isProtected(ObjectNode member) {
    return Stream.of(member.path(Member.EMAIL), member.path("user_email"))
        .map(address -> Member.folded(address.asText()))
        .anyMatch(address -> people.stream().anyMatch(p -> p.matcher(address).matches()));
  }

  /** Also who is invited again in the same role: until they accept, they are removed. */
  private static boolean loses(ObjectNode member, Change change) {
    return change.effect() == Effect.REDUCES
        || change.after().filter(after -> Member.role(after).equals(Member.role(member))).isEmpty();
  }

  private static Violation violation() {
    return new Violation(
        RULE,
        Violation.Scope.ROW,
        ProblemCode.GUARD_VIOLATED,
        "This person is protected by the configuration (steward.guard.protected-people) and is"
            + " neither removed nor given another role.",
        true);
  }
}
