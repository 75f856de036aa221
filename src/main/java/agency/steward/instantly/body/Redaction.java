package agency.steward.instantly.body;

import agency.steward.credential.ApiKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes the secrets out of Instantly's objects. The vendor's schema has {@code key} in every answer
 * about API keys, lists and deletions included (facts.md 1.3), and webhooks come back with their
 * headers (facts.md 4.10).
 */
public final class Redaction {
  private static final String KEY = "key";
  private static final String FINGERPRINT = "fingerprint";
  private static final String HEADERS = "headers";

  /** A value with stars or dots in it, or a short one, is a mask: it identifies nothing. */
  private static final Pattern WHOLE_KEY = Pattern.compile("[A-Za-z0-9+/_=:-]{24,}");

  private Redaction() {}

  /**
   * @param path of the call that answered it, below {@code /api/v2}
   */
  public static void clear(String path, ObjectNode object) {
    if (isAbout(path, "/api-keys")) {
      takeKey(object);
    } else if (isAbout(path, "/webhooks")) {
      hideHeaders(object);
    }
  }

  /** Whether there may be secrets in what this path answers. */
  public static boolean isNeeded(String path) {
    return isAbout(path, "/api-keys") || isAbout(path, "/webhooks");
  }

  private static boolean isAbout(String path, String family) {
    return path.startsWith(family)
        && (path.length() == family.length() || path.charAt(family.length()) == '/');
  }

  /**
   * Removes {@code key}; {@code fingerprint} stands in its place where the value was a whole one,
   * so that it can be compared with {@link ApiKey#fingerprint()}.
   */
  public static Optional<ApiKey> takeKey(ObjectNode object) {
    JsonNode value = object.remove(KEY);
    Optional<ApiKey> key = ApiKey.found(value == null ? "" : value.asText(""));
    key.filter(found -> WHOLE_KEY.matcher(found.reveal()).matches())
        .ifPresent(found -> object.put(FINGERPRINT, found.fingerprint()));
    return key;
  }

  private static void hideHeaders(ObjectNode webhook) {
    if (webhook.get(HEADERS) instanceof ObjectNode headers) {
      for (Map.Entry<String, JsonNode> header : List.copyOf(headers.properties())) {
        headers.put(header.getKey(), ApiKey.fingerprintOf(header.getValue().asText()));
      }
    } else {
      webhook.remove(HEADERS);
    }
  }
}
