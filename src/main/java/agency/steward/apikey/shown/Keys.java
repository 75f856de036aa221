package agency.steward.apikey.shown;

import agency.steward.apikey.scope.Overprivilege;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the object of a key says (facts.md 4.4), and what Steward says of it under {@code steward}.
 */
public final class Keys {
  public static final String NAME = "name";
  public static final String SCOPES = "scopes";
  static final String FINGERPRINT = "fingerprint";
  private static final String STEWARD = "steward";
  private static final String OVERPRIVILEGED = "overprivileged";

  private Keys() {}

  /** Empty where it is not in the list. */
  public static Optional<ObjectNode> find(List<ObjectNode> all, String id) {
    return all.stream().filter(key -> id(key).equals(id)).findFirst();
  }

  public static String id(ObjectNode key) {
    return key.path("id").asText();
  }

  public static List<String> scopes(ObjectNode key) {
    var scopes = new ArrayList<String>();
    key.path(SCOPES).forEach(scope -> scopes.add(scope.asText()));
    return scopes;
  }

  public static boolean isOverprivileged(ObjectNode key) {
    return !key.path(STEWARD).path(OVERPRIVILEGED).isEmpty();
  }

  /** Of a key that {@link KeyReading} has described. */
  public static Use use(ObjectNode key) {
    JsonNode used = key.path(STEWARD).path("used_by_steward");
    return !used.isBoolean()
        ? Use.UNPROVEN
        : used.booleanValue() ? Use.STEWARDS : Use.SOMEBODY_ELSES;
  }

  /**
   * @param groupAdmin whether the workspace administers a group; empty where nobody could tell
   */
  static void describe(ObjectNode key, Use use, Optional<Boolean> groupAdmin) {
    Overprivilege too = Overprivilege.of(scopes(key), groupAdmin.orElse(false));
    ObjectNode said = JsonNodeFactory.instance.objectNode();
    switch (use) {
      case STEWARDS -> said.put("used_by_steward", true);
      case SOMEBODY_ELSES -> said.put("used_by_steward", false);
      case UNPROVEN -> said.putNull("used_by_steward");
    }
    too.wire().forEach(said.putArray(OVERPRIVILEGED)::add);
    if (too.isOfScopes()) {
      too.narrower().forEach(said.putArray("narrower")::add);
    }
    if (groupAdmin.isEmpty()) {
      said.put("group_admin_unknown", true);
    }
    JsonNode fingerprint = key.remove(FINGERPRINT);
    if (fingerprint != null) {
      said.set(FINGERPRINT, fingerprint);
    }
    key.set(STEWARD, said);
  }
}
