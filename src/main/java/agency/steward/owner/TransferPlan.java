package agency.steward.owner;

import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What a transfer comes to, compared with how things stand. */
final class TransferPlan {
  private TransferPlan() {}

  /**
   * @param standing see {@link Standing#before}
   */
  static Plan of(ObjectNode standing) {
    Optional<ObjectNode> heir =
        Optional.of(standing.path(Standing.HEIR))
            .filter(ObjectNode.class::isInstance)
            .map(ObjectNode.class::cast);
    if (heir.filter(TransferPlan::canBecome).isEmpty()) {
      return new Plan.Impossible(Heir.notEligible(heir));
    }
    ObjectNode before = essentials(standing);
    ObjectNode after = essentials(heir.get());
    boolean already = user(before).equals(user(after));
    Change change = change(heir.get(), before, after, already);
    return already ? new Plan.AlreadySo(change) : new Plan.Needed(change);
  }

  private static Change change(
      ObjectNode heir, ObjectNode before, ObjectNode after, boolean already) {
    return new Change(
        Transfer.NAME,
        heir.path(Ownership.EMAIL).asText(),
        Optional.of(heir.path("id").asText()),
        Optional.of(before),
        Optional.of(already ? before : after),
        already ? Effect.NEUTRAL : Effect.GRANTS,
        Reversibility.IRREVERSIBLE);
  }

  private static boolean canBecome(ObjectNode member) {
    return Heir.isAccepted(member) && !user(member).isEmpty();
  }

  private static ObjectNode essentials(ObjectNode from) {
    ObjectNode owner = JsonNodeFactory.instance.objectNode().put(Ownership.USER, user(from));
    Ownership.copy(from, Ownership.EMAIL, owner);
    return owner;
  }

  private static String user(ObjectNode of) {
    return of.path(Ownership.USER).asText();
  }

  /** What Instantly's no means: it has looked at the address and at the secret together. */
  static Problem refused(Problem refusal) {
    return new Problem(
            ProblemCode.REFUSED_BY_INSTANTLY,
            ProblemCode.REFUSED_BY_INSTANTLY.status(),
            "Instantly refuses the transfer, and the owner is who it was. Most often sec is wrong,"
                + " used up or too old: get a new one in Instantly's app. Its own words are not"
                + " repeated, since they may quote sec.",
            refusal.errors(),
            refusal.retryAfter(),
            refusal.members())
        .at("/sec", "Refused, or the address with it");
  }
}
