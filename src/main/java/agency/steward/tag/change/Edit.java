package agency.steward.tag.change;

import agency.steward.changeset.Answer;
import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.Sight;
import agency.steward.changeset.guard.Guard;
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
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Another label or description. Campaigns name their tags by id, so nobody's senders change. */
final class Edit implements ChangeKind {
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

  @Override
  public String area() {
    return TagChanges.AREA;
  }

  @Override
  public List<Guard> guards() {
    return List.of();
  }

  /** The tag, and under {@code taken_by} whoever has the new label already. */
  @Override
  public Optional<ObjectNode> detect(InstantlyWorkspace instantly, Intent intent) {
    KnownTags known = KnownTags.of(instantly);
    ObjectNode tag = known.byId(id(intent)).orElseThrow(Edit::notThere).deepCopy();
    known.labelled(Tag.label(set(intent))).stream()
        .filter(other -> !Tag.id(other).equals(id(intent)))
        .findFirst()
        .ifPresent(other -> tag.set(EditPlan.TAKEN_BY, other));
    return Optional.of(tag);
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
    Optional<ObjectNode> now = KnownTags.of(instantly).byId(id(intent));
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
