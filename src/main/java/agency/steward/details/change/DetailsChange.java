package agency.steward.details.change;

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
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Another name or logo for the workspace: what Instantly lets be changed of it (facts.md 4.6). */
final class DetailsChange implements ChangeKind {
  static final String NAME = "details_change";
  private static final String ID = "id";

  /**
   * @param set {@code name} and {@code org_logo_url} as they shall be; null takes the logo away
   */
  static Intent intent(ObjectNode set) {
    return new Intent("workspace:details", set);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String area() {
    return "workspace";
  }

  @Override
  public List<Guard> guards() {
    return List.of();
  }

  @Override
  public Optional<ObjectNode> detect(InstantlyWorkspace instantly, Intent intent) {
    return Optional.of(instantly.get(DetailsChanges.PATH));
  }

  @Override
  public Plan plan(Intent intent, Optional<ObjectNode> present) {
    ObjectNode now = present.orElseThrow();
    ObjectNode before = only(now, intent.data());
    var change =
        new Change(
            NAME,
            now.path("name").asText(),
            Optional.of(now.path(ID).asText()),
            Optional.of(before),
            Optional.of(intent.data()),
            Effect.NEUTRAL,
            Reversibility.LOSSLESS);
    return before.equals(intent.data()) ? new Plan.AlreadySo(change) : new Plan.Needed(change);
  }

  /** What both have, of the first; what is not there is as good as null. */
  private static ObjectNode only(ObjectNode of, ObjectNode fields) {
    ObjectNode only = JsonNodeFactory.instance.objectNode();
    for (var field : fields.properties()) {
      JsonNode value = of.path(field.getKey());
      only.set(field.getKey(), value.isTextual() ? value : JsonNodeFactory.instance.nullNode());
    }
    return only;
  }

  @Override
  public ObjectNode apply(InstantlyWorkspace instantly, Intent intent, Change change) {
    return instantly.patch(DetailsChanges.PATH, intent.data());
  }

  @Override
  public Sight look(
      InstantlyWorkspace instantly, Intent intent, Change change, Optional<ObjectNode> written) {
    ObjectNode now = instantly.get(DetailsChanges.PATH);
    ObjectNode seen = only(now, intent.data());
    if (seen.equals(intent.data())) {
      return new Sight.AsWanted(Optional.of(now));
    }
    return seen.equals(change.before().orElseThrow())
        ? new Sight.AsBefore(Optional.of(now))
        : new Sight.Different(Optional.of(now));
  }

  @Override
  public Answer answer(
      Workspace workspace, Change change, boolean changed, Optional<ObjectNode> now) {
    return Answer.ok(Outward.object(workspace, now.orElseThrow()));
  }
}
