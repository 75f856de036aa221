package agency.steward.changeset.guard;

import agency.steward.problem.ProblemCode;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a list was when it was last seen whole (rule {@code LIST_SHRANK}); pure. A list that has
 * lost much is not believed until it was seen like that again, long enough afterwards.
 *
 * @param seen how many objects it had
 * @param doubt far fewer that were seen since, not believed yet
 */
public record ListMemory(int seen, Optional<Doubt> doubt) {
  public static final String RULE = "LIST_SHRANK";
  private static final int PERCENT = 100;

  /** So many were seen, for the first time at this moment. */
  public record Doubt(int seen, Instant since) {}

  /**
   * What a look comes to.
   *
   * @param next what to remember from now on
   * @param violation what stands against believing it
   */
  public record Verdict(ListMemory next, Optional<Violation> violation) {}

  /** Nothing remembered yet: whatever is seen is believed. */
  public static Verdict first(int now) {
    return new Verdict(new ListMemory(now, Optional.empty()), Optional.empty());
  }

  public Verdict look(int now, Instant at, GuardConfig.Shrunk limits) {
    if (!hasShrunk(seen, now, limits)) {
      return first(now);
    }
    boolean again =
        doubt
            .filter(earlier -> !hasShrunk(earlier.seen(), now, limits))
            .filter(earlier -> !at.isBefore(earlier.since().plus(limits.believedAfter())))
            .isPresent();
    if (again) {
      return first(now);
    }
    boolean goesOn = doubt.filter(earlier -> !hasShrunk(earlier.seen(), now, limits)).isPresent();
    Doubt kept = goesOn ? doubt.get() : new Doubt(now, at);
    return new Verdict(
        new ListMemory(seen, Optional.of(kept)), Optional.of(violation(now, limits)));
  }

  private static boolean hasShrunk(int before, int now, GuardConfig.Shrunk limits) {
    int fewer = before - now;
    return fewer >= limits.rows() && (long) fewer * PERCENT > (long) before * limits.percent();
  }

  private Violation violation(int now, GuardConfig.Shrunk limits) {
    return new Violation(
        RULE,
        Violation.Scope.WORKSPACE,
        ProblemCode.GUARD_VIOLATED,
        "Instantly lists %d where there were %d. It may have shown only a part: nothing is changed there until it was seen like that again %s later."
            .formatted(now, seen, limits.believedAfter()),
        false);
  }
}
