package agency.steward.tag.change;

import agency.steward.changeset.Answer;
import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.SharedGround;
import agency.steward.changeset.Sight;
import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.tag.change.assignment.Assignment;
import agency.steward.tag.change.assignment.LiveCampaigns;
import agency.steward.tag.read.KnownTags;
import agency.steward.tag.read.Tag;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A tag goes, and with it every mapping of it. A new one of the same label would have another id,
 * which no campaign names.
 */
final class Deletion implements ChangeKind {
  static final String NAME = "tag_delete";
  private static final String TAG = "tag_id";

  private final List<Guard> guards;

  Deletion(List<Guard> guards) {
    this.guards = guards;
  }

  static Intent intent(String tagId) {
    return new Intent(lock(tagId), JsonNodeFactory.instance.objectNode().put(TAG, tagId));
  }

  /** The name under which only one at a time changes a tag that is there. */
  static String lock(String tagId) {
    return "tag:" + tagId;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String area() {
    return Tag.AREA;
  }

  @Override
  public Optional<String> list() {
    return Optional.of(Tag.LIST);
  }

  @Override
  public List<Guard> guards() {
    return guards;
  }

  /** The tag, and the live campaigns that send from every account that carries it. */
  @Override
  public Optional<ObjectNode> detect(InstantlyWorkspace instantly, Intent intent) {
    Optional<ObjectNode> tag = KnownTags.of(instantly).byId(id(intent)).map(ObjectNode::deepCopy);
    tag.ifPresent(present ->
        present.set(LiveCampaigns.FIELD, LiveCampaigns.sendingBy(instantly, Set.of(id(intent)))));
    return tag;
  }

  @Override
  public Plan plan(Intent intent, Optional<ObjectNode> present) {
    Optional<ObjectNode> before = present.map(tag -> before(tag, id(intent)));
    var change =
        new Change(
            NAME,
            before.map(Tag::label).orElse(id(intent)),
            Optional.of(id(intent)),
            before,
            Optional.empty(),
            Effect.NEUTRAL,
            Reversibility.IRREVERSIBLE);
    return before.isEmpty() ? new Plan.AlreadySo(change) : new Plan.Needed(change);
  }

  private static ObjectNode before(ObjectNode present, String tagId) {
    ObjectNode before = Tag.essentials(present);
    if (present.has(LiveCampaigns.FIELD)) {
      before.set(LiveCampaigns.FIELD, LiveCampaigns.touched(present, Set.of(tagId)));
    }
    return before;
  }

  @Override
  public Optional<SharedGround> sharedGround(Change change) {
    return Optional.of(Assignment.MAPPINGS);
  }

  @Override
  public ObjectNode apply(InstantlyWorkspace instantly, Intent intent, Change change) {
    return instantly.delete(Tag.path(id(intent)));
  }

  /** Absence is proven by the complete list, never by a 404 alone. */
  @Override
  public Sight look(
      InstantlyWorkspace instantly, Intent intent, Change change, Optional<ObjectNode> written) {
    Optional<ObjectNode> now = KnownTags.of(instantly).byId(id(intent));
    return now.isEmpty() ? new Sight.AsWanted(now) : new Sight.AsBefore(now);
  }

  @Override
  public Answer answer(
      Workspace workspace, Change change, boolean changed, Optional<ObjectNode> now) {
    return Answer.gone();
  }

  private static String id(Intent intent) {
    return intent.data().path(TAG).asText();
  }
}
