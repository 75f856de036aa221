package agency.steward.tag.change;

import agency.steward.changeset.Answer;
import agency.steward.changeset.Present;
import agency.steward.changeset.Sight;
import agency.steward.changeset.Step;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.fleet.answer.Outward;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.tag.read.KnownTags;
import agency.steward.tag.read.Tag;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Another label or description. Campaigns name their tags by id, so nobody's senders change. */
final class Edit implements TagKind {
  static final String NAME = "tag_change";
  private static final String TAG = "tag_id";
  private static final String SET = "set";

  /**
   * @param set {@code label} and {@code description} as they shall be; null takes a description
   *     away
   */
  static Intent intent(String tagId, ObjectNode set) {
    ObjectNode data = JsonNodeFactory.instance.objectNode().put(TAG, tagId);
    data.set(SET, set);
    return new Intent(Deletion.lock(tagId), data);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** The tag, and under {@code taken_by} whoever has the new label already. */
  @Override
  public Optional<ObjectNode> detect(InstantlyWorkspace instantly, Intent intent) {
    KnownTags known = KnownTags.of(instantly);
    return Optional.of(seen(known.byId(id(intent)).orElseThrow(Edit::notThere), intent, known));
  }

  private static ObjectNode seen(ObjectNode tag, Intent intent, KnownTags known) {
    ObjectNode seen = tag.deepCopy();
    known.labelled(Tag.label(set(intent))).stream()
        .filter(other -> !Tag.id(other).equals(id(intent)))
        .findFirst()
        .ifPresent(other -> seen.set(EditPlan.TAKEN_BY, other));
    return seen;
  }

  private static RuntimeException notThere() {
    return Problem.of(
            ProblemCode.NOT_FOUND_IN_WORKSPACE,
            "There is no tag with this id in the workspace; GET /v1/workspaces/{id}/tags lists"
                + " those that are.")
        .thrown();
  }

  @Override
  public Plan plan(Intent intent, Optional<ObjectNode> present) {
    return EditPlan.of(set(intent), present.orElseThrow());
  }

  @Override
  public ObjectNode apply(InstantlyWorkspace instantly, Intent intent, Change change) {
    return instantly.patch(Tag.path(id(intent)), set(intent));
  }

  @Override
  public Sight look(
      InstantlyWorkspace instantly, Intent intent, Change change, Optional<ObjectNode> written) {
    return sight(intent, change, KnownTags.of(instantly).byId(id(intent)));
  }

  @Override
  public Sight sight(Intent intent, Change change, Optional<ObjectNode> now) {
    Optional<ObjectNode> seen = now.map(Tag::essentials);
    if (seen.equals(change.after())) {
      return new Sight.AsWanted(now);
    }
    return seen.equals(change.before()) ? new Sight.AsBefore(now) : new Sight.Different(now);
  }

  /** Only a label can be taken. */
  @Override
  public Problem explain(Problem refusal, Sight found) {
    return refusal.code() == ProblemCode.ALREADY_EXISTS
        ? refusal.at("/label", "Another tag has this label")
        : refusal;
  }

  @Override
  public boolean isSubject(ObjectNode object, Intent intent, Change change) {
    return Tag.id(object).equals(id(intent));
  }

  @Override
  public Optional<Step> inverse(Intent intent, Change done, Present present) {
    ObjectNode was = done.before().orElseThrow();
    ObjectNode set = JsonNodeFactory.instance.objectNode();
    set(intent)
        .fieldNames()
        .forEachRemaining(
            field -> set.set(field, was.has(field) ? was.get(field) : NullNode.getInstance()));
    return new KnownTags(present.objects())
        .byId(id(intent))
        .filter(tag -> done.after().equals(Optional.of(Tag.essentials(tag))))
        .map(tag -> step(tag, set, new KnownTags(present.objects())));
  }

  private Step step(ObjectNode tag, ObjectNode set, KnownTags known) {
    Intent intent = intent(Tag.id(tag), set);
    ObjectNode wish = JsonNodeFactory.instance.objectNode().put(TAG, Tag.id(tag));
    wish.set(SET, set);
    Plan plan = plan(intent, Optional.of(seen(tag, intent, known)));
    return new Step(Tag.label(tag), wish, true, this, intent, plan);
  }

  @Override
  public Answer answer(
      Workspace workspace, Change change, boolean changed, Optional<ObjectNode> now) {
    return Answer.ok(Outward.object(workspace, now.orElseThrow()));
  }

  private static String id(Intent intent) {
    return intent.data().path(TAG).asText();
  }

  private static ObjectNode set(Intent intent) {
    return intent.data().withObject("/" + SET);
  }
}
