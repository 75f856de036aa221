package agency.steward.changeset.guard;

import agency.steward.problem.ProblemCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The rules for a set as a whole (contract 6); pure. */
public final class SetRules {
  public static final String BUDGET_WORKSPACE = "BUDGET_WORKSPACE";
  public static final String BUDGET_CHANGE_SET = "BUDGET_CHANGE_SET";
  public static final String FREEZE_WINDOW = "FREEZE_WINDOW";
  private static final int PERCENT = 100;

  private SetRules() {}

  /**
   * What is going to happen in one workspace.
   *
   * @param people how many there are now
   * @param risky rows that take access from somebody
   */
  public record Tally(String workspaceName, int people, List<Integer> risky) {}

  /** Every rule that objects. */
  public static List<Finding> judge(List<Tally> tallies, GuardConfig config, Instant now) {
    var findings = new ArrayList<Finding>();
    tallies.forEach(tally -> inWorkspace(tally, config).ifPresent(findings::add));
    inSet(tallies, config).ifPresent(findings::add);
    frozen(config, now).ifPresent(findings::add);
    return findings;
  }

  private static Optional<Finding> inWorkspace(Tally tally, GuardConfig config) {
    var budget = config.workspaceBudget();
    long limit = limit(budget.rows(), budget.percent(), tally.people());
    String where = "in " + tally.workspaceName();
    return tally.risky().size() > limit
        ? Optional.of(tooMany(BUDGET_WORKSPACE, where, limit, tally.risky()))
        : Optional.empty();
  }

  private static Optional<Finding> inSet(List<Tally> tallies, GuardConfig config) {
    var budget = config.setBudget();
    long people = tallies.stream().mapToLong(Tally::people).sum();
    List<Integer> risky = tallies.stream().flatMap(tally -> tally.risky().stream()).toList();
    long limit = limit(budget.rows(), budget.percent(), people);
    return risky.size() > limit
        ? Optional.of(tooMany(BUDGET_CHANGE_SET, "in all targets together", limit, risky))
        : Optional.empty();
  }

  private static long limit(int rows, int percent, long people) {
    return Math.max(rows, people * percent / PERCENT);
  }

  private static Finding tooMany(String rule, String where, long limit, List<Integer> risky) {
    return new Finding(
        rule,
        Violation.Scope.SET,
        "%d removals, demotions and cancelled invitations %s; without a second person who lifts this rule, %d are allowed."
            .formatted(risky.size(), where, limit),
        true,
        OptionalLong.of(limit),
        OptionalLong.of(risky.size()),
        risky,
        List.of());
  }

  /** Judged again when it is applied: a window may have begun or ended since. */
  public static Optional<Finding> frozen(GuardConfig config, Instant now) {
    return config.freezeWindows().orElse(List.of()).stream()
        .filter(window -> window.contains(now))
        .findFirst()
        .map(window ->
            Finding.of(
                new Violation(
                    FREEZE_WINDOW,
                    Violation.Scope.SET,
                    ProblemCode.GUARD_VIOLATED,
                    "Nothing is applied from %s until %s.".formatted(window.from(), window.until()),
                    true),
                List.of()));
  }
}
