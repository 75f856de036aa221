package agency.steward.apikey.change;

import agency.steward.apikey.scope.Overprivilege;
import agency.steward.apikey.shown.KeyReading;
import agency.steward.apikey.shown.Keys;
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
import agency.steward.instantly.Listing;
import agency.steward.instantly.NewKey;
import agency.steward.problem.Problem;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
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
final class KeyCreation implements ChangeKind {
  static final String NAME = "key_create";
  private static final String DELIVER = "deliver_to";
  private static final String VAULT = "vault";

  private final KeyReading reading;
  private final Delivery delivery;
  private final Optional<Made> made;

  /**
   * @param made where the value is kept until it is answered; empty for the kind as a bean, which
   *     keeps nothing and so can only deliver
   */
  KeyCreation(KeyReading reading, Delivery delivery, Optional<Made> made) {
    this.reading = reading;
    this.delivery = delivery;
    this.made = made;
  }

  static Intent intent(WantedKey wanted, Instant now) {
    ObjectNode data =
        described(wanted.name(), wanted.scopes()).put(Orphans.ASKED_AT, now.toString());
    if (wanted.toVault()) {
      data.put(DELIVER, VAULT);
    }
    return new Intent("api_key_name:" + wanted.name(), data);
  }

  private static ObjectNode described(String name, List<String> scopes) {
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
    Overprivilege too = Overprivilege.of(Keys.scopes(intent.data()), false);
    if (too.isThere()) {
      too.wire().forEach(after.putArray("overprivileged")::add);
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
    List<ObjectNode> all = reading.in(instantly);
    return written
        .map(answer -> sight(Keys.find(all, Keys.id(answer)), intent))
        .orElseGet(() -> unanswered(instantly.workspace().id(), all, intent, change));
  }

  private static Sight sight(Optional<ObjectNode> now, Intent intent) {
    if (now.isEmpty()) {
      return new Sight.AsBefore(now);
    }
    return Orphans.isAsAsked(now.get(), intent)
        ? new Sight.AsWanted(now)
        : new Sight.Different(now);
  }

  /** Only what lies in Vault was handed over; of several nobody can tell which one it is. */
  private Sight unanswered(
      WorkspaceId workspace, List<ObjectNode> all, Intent intent, Change change) {
    List<ObjectNode> orphans = Orphans.among(all, intent, change);
    Optional<ObjectNode> delivered =
        orphans.stream()
            .filter(key -> isForVault(intent.data()) && delivery.has(workspace, Keys.id(key)))
            .findFirst();
    if (delivered.isPresent()) {
      return new Sight.AsWanted(delivered);
    }
    return orphans.isEmpty()
        ? new Sight.AsBefore(Optional.empty())
        : new Sight.Different(orphans.stream().findFirst().filter(one -> orphans.size() == 1));
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
      body.put("vault_path", delivery.path(workspace.id(), id));
    } else {
      made.flatMap(Made::value)
          .ifPresentOrElse(
              value -> body.put(ShownOnce.KEY, value.reveal()), () -> ShownOnce.hide(body));
    }
    return Answer.created("/v1/workspaces/%s/api-keys/%s".formatted(workspace.id(), id), body);
  }

  private static String wantedName(Intent intent) {
    return intent.data().path(Keys.NAME).asText();
  }

  private static boolean isForVault(ObjectNode data) {
    return data.path(DELIVER).asText().equals(VAULT);
  }
}
