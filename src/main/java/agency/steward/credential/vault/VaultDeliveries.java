package agency.steward.credential.vault;

import agency.steward.credential.ApiKey;
import agency.steward.credential.CustodyProblem;
import agency.steward.credential.Deliveries;
import agency.steward.credential.KeyPlace;
import io.quarkus.vault.client.api.secrets.kv2.VaultSecretsKV2UpdateSecretOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Delivered keys as secrets of the KV engine, {@code {"api_key": "…"}}, one for each key. Steward
 * may create them there and see that they exist, and no more: not even replace one.
 */
final class VaultDeliveries implements Deliveries {
  private static final String FIELD = "api_key";
  private static final int NONE_YET = 0;

  private final VaultDoor door;
  private final Retries retries;
  private final String mount;

  VaultDeliveries(VaultDoor door, Retries retries, String mount) {
    this.door = door;
    this.retries = retries;
    this.mount = mount;
  }

  /** Written once; where no answer comes, it is looked for rather than written again. */
  @Override
  public void deliver(KeyPlace place, ApiKey key) {
    Answer<Boolean> answer = write(place, key);
    boolean there =
        switch (answer) {
          case Answer.Given<Boolean> given -> true;
          case Answer.Away<Boolean> away -> lookFor(place) instanceof Answer.Given<Boolean>;
          default -> false;
        };
    if (!there) {
      throw failure(answer);
    }
  }

  private Answer<Boolean> write(KeyPlace place, ApiKey key) {
    var first = new VaultSecretsKV2UpdateSecretOptions().setCas(NONE_YET);
    Map<String, Object> secret = Map.of(FIELD, key.reveal());
    return door.ask(kv -> kv.updateSecret(below(place), first, secret), VaultDeliveries::isThere);
  }

  @Override
  public boolean has(KeyPlace place) {
    return switch (lookFor(place)) {
      case Answer.Given<Boolean> given -> true;
      case Answer.Absent<Boolean> absent -> false;
      case Answer<Boolean> failed -> throw failure(failed);
    };
  }

  /** A version that was deleted since has been there too. */
  private Answer<Boolean> lookFor(KeyPlace place) {
    return retries.ask(
        () -> door.ask(kv -> kv.readSecretMetadata(below(place)), VaultDeliveries::isThere));
  }

  private static Answer<Boolean> isThere(@Nullable Object data) {
    return data == null ? VaultKeys.garbage() : new Answer.Given<>(true);
  }

  @Override
  public String path(KeyPlace place) {
    return mount + "/" + below(place);
  }

  private static String below(KeyPlace place) {
    return "steward/delivered/" + place;
  }

  private static RuntimeException failure(Answer<?> failed) {
    return CustodyProblem.unavailable(
        switch (failed) {
          case Answer.Away<?>(String detail) -> detail;
          case Answer.Refused<?>(String detail) -> detail;
          default -> "Vault did not take the key.";
        });
  }
}
