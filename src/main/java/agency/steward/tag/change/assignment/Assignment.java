package agency.steward.tag.change.assignment;

import agency.steward.changeset.Answer;
import agency.steward.changeset.Present;
import agency.steward.changeset.Reversible;
import agency.steward.changeset.SharedGround;
import agency.steward.changeset.Sight;
import agency.steward.changeset.Step;
import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.tag.read.Carrier;
import agency.steward.tag.read.Mappings;
import agency.steward.tag.read.Tag;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A {@link Batch} is tagged or untagged in one call. Despite its name that call sets and does not
 * toggle (facts.md 4.3). It answers only that it succeeded, so the mappings are read before and
 * after.
 */
public final class Assignment implements Reversible {
  static final String NAME = "tag_assign";
  static final String TOGGLE = Tag.PATH + "/toggle-resource";

  /** Held by whoever changes what is tagged; there is nothing to be seen besides. */
  public static final SharedGround MAPPINGS =
      new SharedGround("tag-mappings", (instantly, inDoubt) -> List.of());

  private final Pairing pairing;

  /**
   * @param pairing makes its pairs one by one, and so the way back
   */
  public Assignment(Pairing pairing) {
    this.pairing = pairing;
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
  public List<Guard> guards() {
    return pairing.guards();
  }

  @Override
  public Optional<ObjectNode> detect(InstantlyWorkspace instantly, Intent intent) {
    return Optional.of(Survey.of(instantly, Batch.of(intent)));
  }

  @Override
  public Plan plan(Intent intent, Optional<ObjectNode> present) {
    return AssignmentPlan.of(Batch.of(intent), present.orElseThrow());
  }

  /** Whoever writes mappings lets nobody else do so between the write and the look at it. */
  @Override
  public Optional<SharedGround> sharedGround(Change change) {
    return Optional.of(MAPPINGS);
  }

  @Override
  public ObjectNode apply(InstantlyWorkspace instantly, Intent intent, Change change) {
    return instantly.post(TOGGLE, toggle(before(change), after(change)));
  }

  /** Only what is different. */
  static ObjectNode toggle(Tagging before, Tagging after) {
    List<Tagging.Pair> pairs = before.differences(after);
    return toggle(
        pairs.stream().map(Tagging.Pair::tag).distinct().toList(),
        before.carrier(),
        after.has(pairs.getFirst()),
        pairs.stream().map(Tagging.Pair::resource).distinct().toList());
  }

  /** The call; never {@code selected_all} (facts.md 4.3). */
  static ObjectNode toggle(
      Collection<String> tags, Carrier carrier, boolean assign, Collection<String> resources) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    tags.forEach(body.putArray("tag_ids")::add);
    body.put("resource_type", carrier.number()).put("assign", assign);
    resources.forEach(body.putArray("resource_ids")::add);
    return body;
  }

  @Override
  public Sight look(
      InstantlyWorkspace instantly, Intent intent, Change change, Optional<ObjectNode> written) {
    Tagging before = before(change);
    Tagging now =
        before.carrying(
            Mappings.tags(before.carrier(), Mappings.of(instantly, before.resources())));
    Optional<ObjectNode> seen = Optional.of(now.json());
    if (now.equals(after(change))) {
      return new Sight.AsWanted(seen);
    }
    return now.equals(before) ? new Sight.AsBefore(seen) : new Sight.Different(seen);
  }

  @Override
  public Present lookBack(InstantlyWorkspace instantly, List<Intent> done) {
    return Carrying.tagsAndCarriers(
        instantly,
        done.stream()
            .map(Batch::of)
            .flatMap(batch -> batch.aims().stream())
            .map(Aim::back)
            .toList());
  }

  /** Pair by pair: some may be different by now. */
  @Override
  public List<Step> back(Intent intent, Change done, Present present) {
    Tagging after = after(done);
    return before(done).differences(after).stream()
        .map(made ->
            new Pair(made.tag(), new Aim(after.carrier(), made.resource(), after.has(made))))
        .flatMap(made -> pairing.back(made, present).stream())
        .toList();
  }

  @Override
  public Answer answer(
      Workspace workspace, Change change, boolean changed, Optional<ObjectNode> now) {
    return Answer.ok(AssignmentAnswer.of(workspace, change, changed));
  }

  static Tagging before(Change change) {
    return Tagging.of(change.before().orElseThrow());
  }

  static Tagging after(Change change) {
    return Tagging.of(change.after().orElseThrow());
  }
}
