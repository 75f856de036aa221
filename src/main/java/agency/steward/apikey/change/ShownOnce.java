package agency.steward.apikey.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An answer with the value of a key in it, and what is kept of it (contract 1). */
public final class ShownOnce {
  static final String KEY = "key";

  private ShownOnce() {}

  /** The same as whoever repeats the request is answered: {@code "key":null,"key_shown":true}. */
  public static JsonNode withoutValue(JsonNode answer) {
    if (answer instanceof ObjectNode body && body.has(KEY)) {
      hide(body);
    }
    return answer;
  }

  static void hide(ObjectNode body) {
    body.putNull(KEY).put("key_shown", true);
  }
}
