package agency.steward.apikey.change;

import agency.steward.apikey.shown.Keys;
import agency.steward.changeset.Answer;
import agency.steward.changeset.Present;
import agency.steward.changeset.Reversible;
import agency.steward.changeset.Sight;
import agency.steward.changeset.Step;
import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import agency.steward.problem.Problem;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A key is made and its value handed over, once. It may be one of several of its name. A key whose
 * value reached nobody is revoked again, by whoever finds it: nobody could use it, and nobody would
 * know what it is for.
 */
final class KeyCreation implements Reversible {
  static final String NAME = "key_create";

  private final Handover handover;
  private final Whereabouts whereabouts;
  private final KeyRevocation revocation;

  /**
   * @param revocation the way back
   */
  KeyCreation(Handover handover, Whereabouts whereabouts, KeyRevocation revocation) {
    this.handover = handover;
    this.whereabouts = whereabouts;
    this.revocation = revocation;
  }

  /** The time of the attempt: it may have been planned long before. */
  @Override
  public Intent begun(Intent intent, Instant at) {
    return new Intent(intent.lock(), intent.data().deepCopy().put(Orphans.ASKED_AT, at.toString()));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String area() {
    return KeyChanges.AREA;
  }

  @Override
  public Optional<String> list() {
    return Optional.of(KeyKinds.LIST);
  }

  @Override
  public List<Guard> guards() {
    return List.of();
  }

  /** Those that have the name already: none of them will be taken for the new one. */
  @Override
  public Optional<ObjectNode> detect(InstantlyWorkspace instantly, Intent intent) {
    handover.prepare(instantly, intent);
    ObjectNode present =
        JsonNodeFactory.instance.objectNode().put(Keys.NAME, KeyOrder.name(intent));
    var ids = present.putArray(Orphans.KEY_IDS);
    instantly.list(Listing.API_KEYS, Map.of()).stream()
        .filter(key -> key.path(Keys.NAME).asText().equals(KeyOrder.name(intent)))
        .forEach(key -> ids.add(Keys.id(key)));
    return ids.isEmpty() ? Optional.empty() : Optional.of(present);
  }

  @Override
  public Plan plan(Intent intent, Optional<ObjectNode> present) {
    return CreationPlan.of(intent, present);
  }

  @Override
  public boolean isDelicate(Change change) {
    return CreationPlan.isDelicate(change);
  }

  @Override
  public ObjectNode apply(InstantlyWorkspace instantly, Intent intent, Change change) {
    return handover.make(instantly, intent);
  }

  @Override
  public Sight look(
      InstantlyWorkspace instantly, Intent intent, Change change, Optional<ObjectNode> written) {
    return whereabouts.of(instantly, intent, change, written);
  }

  @Override
  public Optional<Problem> tidy(
      InstantlyWorkspace instantly,
      Intent intent,
      Change change,
      Optional<ObjectNode> written,
      Sight found) {
    return written.or(found::now).map(Keys::id).flatMap(id -> Revoking.lost(instantly, id));
  }

  @Override
  public Answer answer(
      Workspace workspace, Change change, boolean changed, Optional<ObjectNode> now) {
    return handover.answer(workspace, change, now.orElseThrow());
  }

  @Override
  public String inverseKind() {
    return KeyRevocation.NAME;
  }

  @Override
  public Present lookBack(InstantlyWorkspace instantly, List<Intent> done) {
    return revocation.survey(instantly);
  }

  /** That very key, by its id. What lies in custody opens nothing then, and stays there. */
  @Override
  public List<Step> back(Intent intent, Change done, Present present) {
    return done
        .objectId()
        .flatMap(id -> Keys.find(present.objects(), id))
        .filter(key -> Orphans.isAsAsked(key, intent))
        .map(revocation::step)
        .stream()
        .toList();
  }
}
