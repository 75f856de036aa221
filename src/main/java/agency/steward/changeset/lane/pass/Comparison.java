package agency.steward.changeset.lane.pass;

import agency.steward.changeset.Sight;
import agency.steward.changeset.attempt.Attempt;
import agency.steward.changeset.attempt.Ending;
import agency.steward.changeset.attempt.Refusals;
import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.guard.Judgement;
import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.lane.LaneRow;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Plan;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A row against what is now. */
final class Comparison {
  private Comparison() {}

  /**
   * Empty where it can be made as it was planned.
   *
   * @param context what guards want to see besides; asked for only where it is as planned
   * @param lifted rules
   */
  static Optional<Ending> of(
      LaneRow row, Optional<ObjectNode> now, Supplier<GuardContext> context, Set<String> lifted) {
    Attempt attempt = row.attempt();
    Optional<Sight> sight =
        row.surveyed().map(kind -> kind.sight(attempt.intent(), attempt.change(), now));
    Optional<ObjectNode> seen = sight.map(Sight::now).orElse(now);
    if (sight.filter(Sight.AsWanted.class::isInstance).isPresent()) {
      return Optional.of(new Ending.AlreadySo(seen));
    }
    if (now.isEmpty() && attempt.change().before().isPresent()) {
      return Optional.of(stale(seen));
    }
    return switch (attempt.kind().plan(attempt.intent(), now)) {
      case Plan.AlreadySo ignored -> Optional.of(new Ending.AlreadySo(seen));
      case Plan.Impossible ignored -> Optional.of(stale(seen));
      case Plan.Needed(Change fresh) ->
          attempt.kind().startsAlike(attempt.change(), fresh)
              ? judged(row, fresh, context.get(), lifted)
              : Optional.of(stale(seen));
    };
  }

  private static Ending stale(Optional<ObjectNode> now) {
    return new Ending.Stale(Refusals.stale(), Optional.of(new Ending.Seen(now)));
  }

  /** What guards object to now that nobody has lifted. */
  private static Optional<Ending> judged(
      LaneRow row, Change fresh, GuardContext context, Set<String> lifted) {
    GuardContext named = context.named(row.row().origin().named());
    List<Guard> guards = row.attempt().kind().guards();
    List<Violation> now = Judgement.of(fresh, named, guards);
    if (now.isEmpty()) {
      return Optional.empty();
    }
    List<Violation> planned = Judgement.of(row.attempt().change(), named, guards);
    List<Violation> left =
        now.stream()
            .filter(each -> !lifted.contains(each.rule()) || !isLiftable(each, planned))
            .toList();
    return left.isEmpty() ? Optional.empty() : Optional.of(new Ending.Blocked(left));
  }

  /** Nobody has lifted a rule for what it would do besides since. */
  private static boolean isLiftable(Violation now, List<Violation> planned) {
    return now.overridable()
        && planned.stream()
            .filter(each -> each.rule().equals(now.rule()))
            .flatMap(each -> each.effects().stream())
            .toList()
            .containsAll(now.effects());
  }
}
