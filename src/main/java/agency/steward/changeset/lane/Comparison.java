package agency.steward.changeset.lane;

import agency.steward.changeset.Sight;
import agency.steward.changeset.attempt.Attempt;
import agency.steward.changeset.attempt.Ending;
import agency.steward.changeset.attempt.Refusals;
import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.guard.Judgement;
import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.plan.Plan;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A row against what is now; pure. Empty where it can be made as it was planned. */
final class Comparison {
  private Comparison() {}

  static Optional<Ending> of(LaneRow row, Optional<ObjectNode> now) {
    Attempt attempt = row.attempt();
    boolean already =
        row.surveyed()
            .map(kind -> kind.sight(attempt.intent(), attempt.change(), now))
            .filter(Sight.AsWanted.class::isInstance)
            .isPresent();
    if (already) {
      return Optional.of(new Ending.AlreadySo(now));
    }
    if (now.isEmpty() && attempt.change().before().isPresent()) {
      return Optional.of(stale(now));
    }
    return switch (attempt.kind().plan(attempt.intent(), now)) {
      case Plan.AlreadySo ignored -> Optional.of(new Ending.AlreadySo(now));
      case Plan.Impossible ignored -> Optional.of(stale(now));
      case Plan.Needed needed ->
          needed.change().before().equals(attempt.change().before())
              ? Optional.empty()
              : Optional.of(stale(now));
    };
  }

  private static Ending stale(Optional<ObjectNode> now) {
    return new Ending.Stale(Refusals.stale(), Optional.of(new Ending.Seen(now)));
  }

  /**
   * What guards object to that nobody has lifted.
   *
   * @param lifted rules
   */
  static Optional<Ending> judged(LaneRow row, GuardContext context, Set<String> lifted) {
    List<Violation> left =
        Judgement.of(
                row.attempt().change(),
                context.named(row.row().origin().named()),
                row.attempt().kind().guards())
            .stream()
            .filter(each -> !each.overridable() || !lifted.contains(each.rule()))
            .toList();
    return left.isEmpty() ? Optional.empty() : Optional.of(new Ending.Blocked(left));
  }
}
