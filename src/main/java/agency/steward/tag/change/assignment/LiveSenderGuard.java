package agency.steward.tag.change.assignment;

import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.plan.Change;
import agency.steward.problem.ProblemCode;
import agency.steward.tag.read.Carrier;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Tagging an account, taking a tag off it, or deleting a tag must not silently change who sends in
 * a live campaign (contract 6).
 */
public final class LiveSenderGuard implements Guard {
  private static final String RULE = "LIVE_SENDER";
  private static final int NAMED = 5;

  @Override
  public String rule() {
    return RULE;
  }

  @Override
  public Optional<Violation> judge(Change change, GuardContext context) {
    if (!canChangeSenders(change)) {
      return Optional.empty();
    }
    List<ObjectNode> effects = LiveCampaigns.effects(change);
    if (effects.isEmpty() && wereLookedFor(change)) {
      return Optional.empty();
    }
    return Optional.of(violation(effects));
  }

  /** Tags on campaigns select nobody. */
  private static boolean canChangeSenders(Change change) {
    return change
        .before()
        .filter(before -> before.path("resource_type").asText().equals(Carrier.CAMPAIGN.wire()))
        .isEmpty();
  }

  private static boolean wereLookedFor(Change change) {
    return change.before().filter(before -> before.path(LiveCampaigns.FIELD).isArray()).isPresent();
  }

  private static Violation violation(List<ObjectNode> effects) {
    return new Violation(
        RULE, Violation.Scope.ROW, ProblemCode.GUARD_VIOLATED, detail(effects), true, effects);
  }

  private static String detail(List<ObjectNode> effects) {
    if (effects.isEmpty()) {
      return "It was not looked which live campaigns send by this tag, so nothing was changed.";
    }
    List<String> names = effects.stream().map(campaign -> campaign.path("name").asText()).toList();
    return ("This changes at once who sends in live campaigns: %s; effects names them all. Pause"
            + " them first. If that is what you want, say confirm_live: true; in a change set, a"
            + " second person lifts this rule.")
        .formatted(Some.of(names, NAMED));
  }
}
