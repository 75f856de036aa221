package agency.steward.apikey.change;

import agency.steward.apikey.shown.KeyReading;
import agency.steward.apikey.shown.Keys;
import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.Step;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import agency.steward.changeset.stored.ChangeStore;
import agency.steward.credential.Custody;
import agency.steward.problem.Problem;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The kinds of changes of keys, many at a time; what they make is delivered to custody. */
@ApplicationScoped
public class KeyKinds {
  /** How a key is named by its id. */
  public static final String KEY_ID = KeyRevocation.KEY;

  /** Under which it is remembered how many there are. */
  public static final String LIST = "api_keys";

  private final Delivery delivery;
  private final Whereabouts whereabouts;
  private final KeyRevocation revocation;
  private final KeyCreation creation;

  @Inject
  KeyKinds(KeyReading reading, Instance<Custody> custody, ChangeStore store) {
    this(reading, custody::get, store::made);
  }

  private KeyKinds(KeyReading reading, Supplier<Custody> custody, Others others) {
    this.delivery = new Delivery(custody);
    this.whereabouts = new Whereabouts(reading, delivery, others);
    this.revocation = new KeyRevocation(reading);
    this.creation =
        new KeyCreation(new Handover(delivery, Optional.empty()), whereabouts, revocation);
  }

  /** Those that use this custody, where nothing was made before. */
  public static KeyKinds of(KeyReading reading, Supplier<Custody> custody) {
    return new KeyKinds(reading, custody, (workspace, lock) -> Set.of());
  }

  /** Has a key say where its value lies, if Steward has delivered it. Asks custody itself. */
  public void place(WorkspaceId workspace, ObjectNode key) {
    if (delivery.has(workspace, Keys.id(key))) {
      key.put(Delivery.PATH, delivery.path(workspace, Keys.id(key)));
    }
  }

  /** Whether {@link #place} has found it. */
  public static boolean isPlaced(ObjectNode key) {
    return key.has(Delivery.PATH);
  }

  /**
   * A key is made.
   *
   * @param groupAdmin whether it will reach a whole group; empty where nobody can tell
   */
  public Step create(WantedKey wanted, ObjectNode asked, Optional<Boolean> groupAdmin) {
    Intent intent = KeyOrder.of(wanted, groupAdmin);
    return row(wanted, asked, intent, creation.plan(intent, Optional.empty()));
  }

  /**
   * A key was to be made that Steward has made before.
   *
   * @param there which is placed
   */
  public Step made(WantedKey wanted, ObjectNode asked, ObjectNode there) {
    ObjectNode is = KeyOrder.described(wanted.name(), Keys.scopes(there));
    is.put("id", Keys.id(there)).set(Delivery.PATH, there.path(Delivery.PATH));
    var change =
        new Change(
            KeyCreation.NAME,
            wanted.name(),
            Optional.of(Keys.id(there)),
            Optional.of(is),
            Optional.of(is),
            Effect.NEUTRAL,
            Reversibility.LOSSLESS);
    return row(wanted, asked, KeyOrder.of(wanted), new Plan.AlreadySo(change));
  }

  /** A key cannot be made. */
  public Step unmade(WantedKey wanted, ObjectNode asked, Problem why) {
    return row(wanted, asked, KeyOrder.of(wanted), new Plan.Impossible(why));
  }

  private Step row(WantedKey wanted, ObjectNode asked, Intent intent, Plan plan) {
    return new Step(wanted.name(), asked, true, creation, intent, plan);
  }

  /** A key that is there is revoked. */
  public Step revoke(ObjectNode key) {
    return revocation.step(key);
  }

  /** A key was to be revoked that is not there, said by its id or its name. */
  public Step gone(ObjectNode asked) {
    if (asked.has(KEY_ID)) {
      String id = asked.path(KEY_ID).asText();
      Intent intent = KeyRevocation.intent(id, false);
      return row(id, asked, intent, revocation.plan(intent, Optional.empty()));
    }
    String name = asked.path(Keys.NAME).asText();
    var nothing = new Plan.AlreadySo(Step.nothing(KeyRevocation.NAME, name));
    return row(name, asked, named(asked), nothing);
  }

  /** A key cannot be revoked, as its name does not say which one it is. */
  public Step unrevoked(ObjectNode asked, Problem why) {
    return row(asked.path(Keys.NAME).asText(), asked, named(asked), new Plan.Impossible(why));
  }

  private Step row(String subject, ObjectNode asked, Intent intent, Plan plan) {
    return new Step(subject, asked, true, revocation, intent, plan);
  }

  private static Intent named(ObjectNode asked) {
    return new Intent(KeyOrder.lock(asked.path(Keys.NAME).asText()), asked);
  }

  /** The kind for one request, which may have the value of its key answered. */
  KeyCreation creation(Made made) {
    return new KeyCreation(new Handover(delivery, Optional.of(made)), whereabouts, revocation);
  }

  @Produces
  @Singleton
  ChangeKind creation() {
    return creation;
  }

  @Produces
  @Singleton
  ChangeKind revocation() {
    return revocation;
  }
}
