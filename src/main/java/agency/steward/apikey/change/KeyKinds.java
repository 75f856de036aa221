package agency.steward.apikey.change;

import agency.steward.apikey.shown.KeyReading;
import agency.steward.apikey.shown.Keys;
import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.Step;
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
import java.util.function.Supplier;

/** The kinds of changes of keys, many at a time; what they make is delivered to custody. */
@ApplicationScoped
public class KeyKinds {
  /** How a key is named by its id. */
  public static final String KEY_ID = KeyRevocation.KEY;

  /** Under which it is remembered how many there are. */
  public static final String LIST = "api_keys";

  private final Delivery delivery;
  private final KeyCreation creation;
  private final KeyRevocation revocation;

  @Inject
  KeyKinds(KeyReading reading, Instance<Custody> custody) {
    this(reading, custody::get);
  }

  private KeyKinds(KeyReading reading, Supplier<Custody> custody) {
    this.delivery = new Delivery(custody);
    this.creation = new KeyCreation(reading, delivery, Optional.empty());
    this.revocation = new KeyRevocation(reading);
  }

  /** Those that use this custody. */
  public static KeyKinds of(KeyReading reading, Supplier<Custody> custody) {
    return new KeyKinds(reading, custody);
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
    return creation.step(wanted, asked, groupAdmin);
  }

  /**
   * A key was to be made that Steward has made before.
   *
   * @param there which is placed
   */
  public Step made(WantedKey wanted, ObjectNode asked, ObjectNode there) {
    return creation.step(wanted, asked, there);
  }

  /** A key cannot be made. */
  public Step unmade(WantedKey wanted, ObjectNode asked, Problem why) {
    return creation.impossible(wanted, asked, why);
  }

  /** A key that is there is revoked. */
  public Step revoke(ObjectNode key) {
    return revocation.step(key);
  }

  /** A key was to be revoked that is not there. */
  public Step gone(ObjectNode asked) {
    return revocation.gone(asked);
  }

  /** A key cannot be revoked. */
  public Step unrevoked(ObjectNode asked, Problem why) {
    return revocation.impossible(asked, why);
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
