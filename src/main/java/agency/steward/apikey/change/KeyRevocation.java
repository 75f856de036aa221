package agency.steward.apikey.change;

import agency.steward.apikey.shown.KeyReading;
import agency.steward.apikey.shown.Keys;
import agency.steward.changeset.Answer;
import agency.steward.changeset.Present;
import agency.steward.changeset.Sight;
import agency.steward.changeset.Step;
import agency.steward.changeset.SurveyedKind;
import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** A key is deleted on Instantly; whoever uses it is refused from then on (facts.md 4.4). */
final class KeyRevocation implements SurveyedKind {
  static final String NAME = "key_revoke";
  static final String KEY = "key_id";
  private static final String ALLOWED = "unproven_allowed";
  private static final List<String> ESSENTIALS =
      List.of("id", Keys.NAME, Keys.SCOPES, "timestamp_created");
  private static final List<Guard> GUARDS = List.of(new OwnKeyGuard());

  private final KeyReading reading;

  KeyRevocation(KeyReading reading) {
    this.reading = reading;
  }

  /**
   * @param unprovenAllowed also where nobody can tell whether it is Steward's own
   */
  static Intent intent(String keyId, boolean unprovenAllowed) {
    return new Intent(
        "api_key:" + keyId,
        JsonNodeFactory.instance.objectNode().put(KEY, keyId).put(ALLOWED, unprovenAllowed));
  }

  /** One of many. */
  Step step(ObjectNode key) {
    Intent intent = intent(Keys.id(key), false);
    ObjectNode wish = JsonNodeFactory.instance.objectNode().put(KEY, Keys.id(key));
    return new Step(
        key.path(Keys.NAME).asText(), wish, true, this, intent, plan(intent, Optional.of(key)));
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
    return GUARDS;
  }

  @Override
  public Optional<ObjectNode> detect(InstantlyWorkspace instantly, Intent intent) {
    return Keys.find(reading.byThemselves(instantly), id(intent));
  }

  @Override
  public Plan plan(Intent intent, Optional<ObjectNode> present) {
    Optional<ObjectNode> before = present.map(key -> essentials(key, intent));
    var change =
        new Change(
            NAME,
            before.map(key -> key.path(Keys.NAME).asText()).orElse(id(intent)),
            Optional.of(id(intent)),
            before,
            Optional.empty(),
            before.isEmpty() ? Effect.NEUTRAL : Effect.REDUCES,
            Reversibility.IRREVERSIBLE);
    return before.isEmpty() ? new Plan.AlreadySo(change) : new Plan.Needed(change);
  }

  private static ObjectNode essentials(ObjectNode key, Intent intent) {
    ObjectNode essentials = JsonNodeFactory.instance.objectNode();
    for (String field : ESSENTIALS) {
      JsonNode value = key.path(field);
      if (value.isTextual() || value.isArray()) {
        essentials.set(field, value);
      }
    }
    return essentials.put(OwnKeyGuard.USE, use(key, intent));
  }

  private static String use(ObjectNode key, Intent intent) {
    return switch (Keys.use(key)) {
      case STEWARDS -> OwnKeyGuard.YES;
      case SOMEBODY_ELSES -> OwnKeyGuard.NO;
      case UNPROVEN ->
          intent.data().path(ALLOWED).asBoolean() ? OwnKeyGuard.UNPROVEN_BUT_ALLOWED : "unproven";
    };
  }

  @Override
  public ObjectNode apply(InstantlyWorkspace instantly, Intent intent, Change change) {
    return instantly.delete(Listing.API_KEYS.one(id(intent)));
  }

  @Override
  public Sight look(
      InstantlyWorkspace instantly, Intent intent, Change change, Optional<ObjectNode> written) {
    return sight(intent, change, detect(instantly, intent));
  }

  @Override
  public Sight sight(Intent intent, Change change, Optional<ObjectNode> now) {
    return now.isEmpty() ? new Sight.AsWanted(now) : new Sight.AsBefore(now);
  }

  @Override
  public Listing listing() {
    return Listing.API_KEYS;
  }

  /** Whether it is Steward's own shows only among all of them. */
  @Override
  public boolean isPaged() {
    return false;
  }

  @Override
  public Present survey(InstantlyWorkspace instantly) {
    return Present.of(KeyKinds.LIST, reading.byThemselves(instantly));
  }

  @Override
  public boolean isSubject(ObjectNode object, Intent intent, Change change) {
    return Keys.id(object).equals(id(intent));
  }

  /** Nothing brings a value back. */
  @Override
  public Optional<Step> inverse(Intent intent, Change done, Present present) {
    return Optional.empty();
  }

  @Override
  public Answer answer(
      Workspace workspace, Change change, boolean changed, Optional<ObjectNode> now) {
    return Answer.gone();
  }

  private static String id(Intent intent) {
    return intent.data().path(KEY).asText();
  }
}
