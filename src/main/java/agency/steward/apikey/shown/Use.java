package agency.steward.apikey.shown;

import agency.steward.workspace.Credential;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Whether Steward itself uses a key, as far as Instantly's list tells. */
public enum Use {
  STEWARDS,
  SOMEBODY_ELSES,
  /** Its value is not shown and Steward does not know the id of its own key. */
  UNPROVEN;

  /**
   * The list was read with Steward's own key, so that this one is in it. Where no value in it is
   * Steward's, the values are masks, or hashes, and prove nothing of any row (facts.md 1.3).
   *
   * @param credential of the workspace the list is of
   * @param all the complete list, with {@code fingerprint} where Instantly shows the value
   */
  static Use of(ObjectNode key, Credential credential, List<ObjectNode> all) {
    return switch (credential) {
      case Credential.Delegated delegated -> SOMEBODY_ELSES;
      case Credential.OwnKey own when own.keyId().isPresent() ->
          proven(own.keyId().get().equals(Keys.id(key)));
      case Credential.OwnKey own when all.stream().anyMatch(one -> isOf(one, own)) ->
          proven(isOf(key, own));
      case Credential.OwnKey own -> all.size() == 1 ? STEWARDS : UNPROVEN;
    };
  }

  private static boolean isOf(ObjectNode key, Credential.OwnKey own) {
    return own.fingerprint().equals(key.path(Keys.FINGERPRINT).asText());
  }

  private static Use proven(boolean stewards) {
    return stewards ? STEWARDS : SOMEBODY_ELSES;
  }
}
