package agency.steward.tag.change;

import agency.steward.changeset.Answer;
import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.Sight;
import agency.steward.changeset.guard.Guard;
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
import java.util.List;
import java.util.Optional;

/**
 * A tag of this label is there afterwards. Instantly knows no idempotency key, so what became of a
 * creation is found out by the label, of which there is one (facts.md 4.3).
 */
final class Ensuring implements ChangeKind {
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
  public String area() {
    return TagChanges.AREA;
  }

  @Override
  public List<Guard> guards() {
    return List.of();
  }

  @Override
  public Optional<ObjectNode> detect(InstantlyWorkspace instantly, Intent intent) {
    return KnownTags.of(instantly).labelled(Tag.label(intent.data())).stream().findFirst();
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
    Optional<ObjectNode> now = known.labelled(label).stream().findFirst();
    if (now.isEmpty()) {
      return new Sight.AsBefore(known.like(label));
    }
    return isAsWanted(now.get(), intent.data())
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
  public Answer answer(
      Workspace workspace, Change change, boolean changed, Optional<ObjectNode> now) {
    ObjectNode tag = now.orElseThrow();
    ObjectNode body = Outward.object(workspace, tag);
    return changed
        ? Answer.created("/v1/workspaces/%s/tags/%s".formatted(workspace.id(), Tag.id(tag)), body)
        : Answer.ok(body);
  }
}
