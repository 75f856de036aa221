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
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.tag.read.KnownTags;
import agency.steward.tag.read.Tag;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A tag that {@link Ensuring} has made goes again, as long as it is as it was made and nobody uses
 * it: then nothing is lost that making it once more would not bring back.
 */
final class Withdrawal implements TagKind {
  static final String NAME = "tag_withdraw";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<String> list() {
    return Optional.of(Tag.LIST);
  }

  @Override
  public String inverseKind() {
    return Ensuring.NAME;
  }

  @Override
  public Optional<ObjectNode> detect(InstantlyWorkspace instantly, Intent intent) {
    return new KnownTags(survey(instantly).objects()).byId(Tag.id(intent.data()));
  }

  @Override
  public Plan plan(Intent intent, Optional<ObjectNode> present) {
    if (present.isPresent() && !isAsLeft(present.get(), intent.data())) {
      return new Plan.Impossible(inUse());
    }
    Optional<ObjectNode> before = present.map(Tag::essentials);
    var change =
        new Change(
            NAME,
            Tag.label(intent.data()),
            Optional.of(Tag.id(intent.data())),
            before,
            Optional.empty(),
            Effect.NEUTRAL,
            Reversibility.LOSSLESS);
    return before.isEmpty() ? new Plan.AlreadySo(change) : new Plan.Needed(change);
  }

  /** Whoever has not looked whether it is used does not take it away. */
  private static boolean isAsLeft(ObjectNode tag, ObjectNode left) {
    return !tag.path(Labels.IN_USE).asBoolean(true)
        && Tag.label(tag).equals(Tag.label(left))
        && Tag.description(tag).equals(Tag.description(left));
  }

  private static Problem inUse() {
    return Problem.of(
        ProblemCode.VALIDATION_FAILED, "The tag is used, or it is no longer as it was made.");
  }

  @Override
  public ObjectNode apply(InstantlyWorkspace instantly, Intent intent, Change change) {
    return instantly.delete(Tag.path(Tag.id(intent.data())));
  }

  /** Absence is proven by the complete list, never by a 404 alone. */
  @Override
  public Sight look(
      InstantlyWorkspace instantly, Intent intent, Change change, Optional<ObjectNode> written) {
    return sight(intent, change, KnownTags.of(instantly).byId(Tag.id(intent.data())));
  }

  @Override
  public Sight sight(Intent intent, Change change, Optional<ObjectNode> now) {
    return now.isEmpty() ? new Sight.AsWanted(now) : new Sight.AsBefore(now);
  }

  @Override
  public Answer answer(
      Workspace workspace, Change change, boolean changed, Optional<ObjectNode> now) {
    return Answer.gone();
  }

  @Override
  public boolean isPaged() {
    return false;
  }

  @Override
  public Present survey(InstantlyWorkspace instantly) {
    return Labels.withUse(instantly);
  }

  @Override
  public Present lookBack(InstantlyWorkspace instantly, List<Intent> done) {
    return Labels.of(instantly);
  }

  @Override
  public boolean isSubject(ObjectNode object, Intent intent, Change change) {
    return Tag.id(object).equals(Tag.id(intent.data()));
  }

  /** It comes back under another id, which nobody misses; not where its label is taken. */
  @Override
  public Optional<Step> inverse(Intent intent, Change done, Present present) {
    return new KnownTags(present.objects()).labelled(Tag.label(intent.data())).isEmpty()
        ? Optional.of(TagKinds.ENSURE.step(Tag.wanted(intent.data()), present))
        : Optional.empty();
  }

  /** One of many; empty where it may not go. */
  Optional<Step> step(ObjectNode tag, ObjectNode left) {
    var intent = new Intent(Deletion.lock(Tag.id(tag)), Tag.essentials(tag));
    return isAsLeft(tag, left)
        ? Optional.of(
            new Step(
                Tag.label(tag),
                Tag.wanted(tag),
                true,
                this,
                intent,
                plan(intent, Optional.of(tag))))
        : Optional.empty();
  }
}
