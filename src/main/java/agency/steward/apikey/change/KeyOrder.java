package agency.steward.apikey.change;

import agency.steward.apikey.shown.Keys;
import agency.steward.changeset.plan.Intent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** A key that is to be made, as an intent says it; never its value. */
final class KeyOrder {
  private static final String DELIVER = "deliver_to";
  private static final String VAULT = "vault";
  private static final String GROUP_ADMIN = "group_admin";

  private KeyOrder() {}

  static Intent of(WantedKey wanted) {
    ObjectNode data = described(wanted.name(), wanted.scopes());
    if (wanted.toVault()) {
      data.put(DELIVER, VAULT);
    }
    return new Intent(lock(wanted.name()), data);
  }

  /**
   * The same.
   *
   * @param groupAdmin whether the key will reach a whole group; empty where nobody can tell
   */
  static Intent of(WantedKey wanted, Optional<Boolean> groupAdmin) {
    Intent intent = of(wanted);
    groupAdmin.ifPresentOrElse(
        yes -> intent.data().put(GROUP_ADMIN, yes), () -> intent.data().putNull(GROUP_ADMIN));
    return intent;
  }

  /** The name under which only one at a time makes a key of this name. */
  static String lock(String name) {
    return "api_key_name:" + name;
  }

  static ObjectNode described(String name, List<String> scopes) {
    ObjectNode key = JsonNodeFactory.instance.objectNode().put(Keys.NAME, name);
    scopes.forEach(key.putArray(Keys.SCOPES)::add);
    return key;
  }

  /** The key as it shall be. */
  static ObjectNode key(Intent intent) {
    ObjectNode key = described(name(intent), scopes(intent));
    if (isForVault(intent.data())) {
      key.put(DELIVER, VAULT);
    }
    return key;
  }

  static String name(Intent intent) {
    return intent.data().path(Keys.NAME).asText();
  }

  static List<String> scopes(Intent intent) {
    return Keys.scopes(intent.data());
  }

  /** Null where nobody could tell, missing where nobody has looked. */
  static JsonNode groupAdmin(Intent intent) {
    return intent.data().path(GROUP_ADMIN);
  }

  /** Of an intent, or of the key that it wants. */
  static boolean isForVault(ObjectNode data) {
    return data.path(DELIVER).asText().equals(VAULT);
  }
}
