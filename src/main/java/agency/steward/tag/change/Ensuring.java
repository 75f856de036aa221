package agency.steward.tag.change;

import agency.steward.changeset.Answer;
import agency.steward.changeset.Present;
import agency.steward.changeset.Sight;
import agency.steward.changeset.Step;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import agency.steward.fleet.answer.Outward;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.tag.read.KnownTags;
import agency.steward.tag.read.Tag;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A tag of this label is there afterwards. Instantly knows no idempotency key, so what became of a
 * creation is found out by the label, of which there is one (facts.md 4.3).
 */
final class Ensuring implements TagKind {
  static final String NAME = "tag_ensure";

  /**
   * @param tag what Instantly is sent: {@code label}, trimmed, and {@code description} where it is
   *     wanted
   */
  static Intent intent(ObjectNode tag) {
    return new Intent("tag-label:" + Tag.label(tag), tag);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<String> list() {
    return Optional.of(Tag.LIST);
  }

  @Override
  public Optional<ObjectNode> detect(InstantlyWorkspace instantly, Intent intent) {
    return like(KnownTags.of(instantly), intent.data());
  }

  /** Where more than one has the label, rather one that is as wanted. */
  private static Optional<ObjectNode> like(KnownTags known, ObjectNode wanted) {
    return known.labelled(Tag.label(wanted)).stream()
        .min(
            Comparator.comparing((ObjectNode tag) -> !isAsWanted(tag, wanted))
                .thenComparing(Tag::id));
  }

  @Override
  public Plan plan(Intent intent, Optional<ObjectNode> present) {
    Optional<ObjectNode> before = present.map(Tag::essentials);
    boolean already = present.filter(tag -> isAsWanted(tag, intent.data())).isPresent();
    if (before.isPresent() && !already) {
      return new Plan.Impossible(taken(before.get()));
    }
    var change =
        new Change(
            NAME,
            Tag.label(intent.data()),
            before.map(Tag::id),
            before,
            already ? before : Optional.of(intent.data()),
            Effect.NEUTRAL,
            Reversibility.LOSSLESS);
    return already ? new Plan.AlreadySo(change) : new Plan.Needed(change);
  }

  /** The description counts only where one was asked for. */
  private static boolean isAsWanted(ObjectNode tag, ObjectNode wanted) {
    return Tag.label(tag).equals(Tag.label(wanted))
        && (!wanted.has(Tag.DESCRIPTION)
            || tag.path(Tag.DESCRIPTION).equals(wanted.get(Tag.DESCRIPTION)));
  }

  @Override
  public ObjectNode apply(InstantlyWorkspace instantly, Intent intent, Change change) {
    return instantly.post(Tag.PATH, intent.data());
  }

  /** Where it is not there, a tag that differs in case may be why it was refused. */
  @Override
  public Sight look(
      InstantlyWorkspace instantly, Intent intent, Change change, Optional<ObjectNode> written) {
    KnownTags known = KnownTags.of(instantly);
    String label = Tag.label(intent.data());
    Optional<ObjectNode> now = like(known, intent.data());
    return now.isEmpty() ? new Sight.AsBefore(known.like(label)) : sight(intent, change, now);
  }

  @Override
  public Sight sight(Intent intent, Change change, Optional<ObjectNode> now) {
    if (now.isEmpty()) {
      return new Sight.AsBefore(now);
    }
    return isAsWanted(now.get(), intent.data()) && !Labels.isInUse(now.get())
        ? new Sight.AsWanted(now)
        : new Sight.Different(now);
  }

  @Override
  public Problem explain(Problem refusal, Sight found) {
    return refusal.code() == ProblemCode.ALREADY_EXISTS
        ? found.now().map(Ensuring::taken).orElse(refusal)
        : refusal;
  }

  static Problem taken(ObjectNode tag) {
    return Problem.of(
            ProblemCode.ALREADY_EXISTS,
            "A tag with the label %s is there already. Use that one, or PATCH it."
                .formatted(Tag.label(tag)))
        .at("/label", "Is taken")
        .with("existing_id", Tag.id(tag));
  }

  @Override
  public String inverseKind() {
    return Withdrawal.NAME;
  }

  @Override
  public Present lookBack(InstantlyWorkspace instantly, List<Intent> done) {
    return Labels.withUse(instantly);
  }

  @Override
  public boolean isSubject(ObjectNode object, Intent intent, Change change) {
    return Tag.label(object).equals(Tag.label(intent.data()));
  }

  /** Only the very tag that was made. */
  @Override
  public Optional<Step> inverse(Intent intent, Change done, Present present) {
    return done.objectId()
        .filter(made -> done.before().isEmpty())
        .flatMap(new KnownTags(present.objects())::byId)
        .flatMap(tag -> TagKinds.WITHDRAW.step(tag, intent.data()));
  }

  /** One of many. */
  Step step(ObjectNode wanted, Present present) {
    Intent intent = intent(wanted);
    Plan plan = plan(intent, like(new KnownTags(present.objects()), wanted));
    return new Step(Tag.label(wanted), wanted, true, this, intent, plan);
  }

  @Override
  public Answer answer(
      Workspace workspace, Change change, boolean changed, Optional<ObjectNode> now) {
    ObjectNode tag = now.orElseThrow();
    ObjectNode body = Outward.object(workspace, tag);
    return changed
        ? Answer.created("/v1/workspaces/%s/tags/%s".formatted(workspace.id(), Tag.id(tag)), body)
        : Answer.ok(body);
  }
}
