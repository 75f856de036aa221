package agency.steward.apikey.change;

import agency.steward.apikey.scope.Overprivilege;
import agency.steward.apikey.shown.Keys;
import agency.steward.changeset.Answer;
import agency.steward.changeset.Present;
import agency.steward.changeset.Reversible;
import agency.steward.changeset.Sight;
import agency.steward.changeset.Step;
import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import agency.steward.fleet.answer.Outward;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import agency.steward.instantly.NewKey;
import agency.steward.problem.Problem;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.JsonNode;
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
  private static final String DELIVER = "deliver_to";
  private static final String VAULT = "vault";
  private static final String OVERPRIVILEGED = "overprivileged";
  static final String GROUP_ADMIN = "group_admin";
  private static final String GROUP_UNKNOWN = "group_admin_unknown";

  private final Delivery delivery;
  private final Whereabouts whereabouts;
  private final KeyRevocation revocation;
  private final Optional<Made> made;

  /**
   * @param revocation the way back
   * @param made where the value is kept until it is answered; empty for the kind as a bean, which
   *     keeps nothing and so can only deliver
   */
  KeyCreation(
      Delivery delivery, Whereabouts whereabouts, KeyRevocation revocation, Optional<Made> made) {
    this.delivery = delivery;
    this.whereabouts = whereabouts;
    this.revocation = revocation;
    this.made = made;
  }

  static Intent intent(WantedKey wanted) {
    ObjectNode data = described(wanted.name(), wanted.scopes());
    if (wanted.toVault()) {
      data.put(DELIVER, VAULT);
    }
    return new Intent(lock(wanted.name()), data);
  }

  /** The name under which only one at a time makes a key of this name. */
  static String lock(String name) {
    return "api_key_name:" + name;
  }

  /** The time of the attempt: it may have been planned long before. */
  @Override
  public Intent begun(Intent intent, Instant at) {
    return new Intent(intent.lock(), intent.data().deepCopy().put(Orphans.ASKED_AT, at.toString()));
  }

  static ObjectNode described(String name, List<String> scopes) {
    ObjectNode key = JsonNodeFactory.instance.objectNode().put(Keys.NAME, name);
    scopes.forEach(key.putArray(Keys.SCOPES)::add);
    return key;
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
    if (isForVault(intent.data())) {
      delivery.prepare(instantly.workspace().id());
    }
    ObjectNode present = JsonNodeFactory.instance.objectNode().put(Keys.NAME, wantedName(intent));
    var ids = present.putArray(Orphans.KEY_IDS);
    instantly.list(Listing.API_KEYS, Map.of()).stream()
        .filter(key -> key.path(Keys.NAME).asText().equals(wantedName(intent)))
        .forEach(key -> ids.add(Keys.id(key)));
    return ids.isEmpty() ? Optional.empty() : Optional.of(present);
  }

  @Override
  public Plan plan(Intent intent, Optional<ObjectNode> present) {
    ObjectNode after = described(wantedName(intent), Keys.scopes(intent.data()));
    if (isForVault(intent.data())) {
      after.put(DELIVER, VAULT);
    }
    JsonNode group = intent.data().path(GROUP_ADMIN);
    Overprivilege too = Overprivilege.of(Keys.scopes(intent.data()), group.asBoolean());
    if (too.isThere()) {
      too.wire().forEach(after.putArray(OVERPRIVILEGED)::add);
    }
    if (group.isNull()) {
      after.put(GROUP_UNKNOWN, true);
    }
    return new Plan.Needed(
        new Change(
            NAME,
            wantedName(intent),
            Optional.empty(),
            present,
            Optional.of(after),
            Effect.GRANTS,
            Reversibility.LOSSLESS));
  }

  /** It may too much, or nobody can tell that it may not. */
  @Override
  public boolean isDelicate(Change change) {
    return change
        .after()
        .filter(after -> after.has(OVERPRIVILEGED) || after.has(GROUP_UNKNOWN))
        .isPresent();
  }

  @Override
  public ObjectNode apply(InstantlyWorkspace instantly, Intent intent, Change change) {
    boolean vault = isForVault(intent.data());
    if (!vault && made.isEmpty()) {
      throw new IllegalStateException("nobody would get the value of this key");
    }
    NewKey created = instantly.createKey(wantedName(intent), Keys.scopes(intent.data()));
    String id = Keys.id(created.object());
    made.ifPresent(it -> it.is(id, created.value()));
    if (vault) {
      delivery.deliver(instantly, id, created.value());
    }
    return created.object();
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
    ObjectNode key = now.orElseThrow();
    String id = Keys.id(key);
    ObjectNode body = Outward.object(workspace, key);
    if (change.after().filter(KeyCreation::isForVault).isPresent()) {
      body.put(Delivery.PATH, delivery.path(workspace.id(), id));
    } else {
      made.flatMap(Made::value)
          .ifPresentOrElse(
              value -> body.put(ShownOnce.KEY, value.reveal()), () -> ShownOnce.hide(body));
    }
    return Answer.created("/v1/workspaces/%s/api-keys/%s".formatted(workspace.id(), id), body);
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

  private static String wantedName(Intent intent) {
    return intent.data().path(Keys.NAME).asText();
  }

  static boolean isForVault(ObjectNode data) {
    return data.path(DELIVER).asText().equals(VAULT);
  }
}
