package agency.steward.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What somebody was answered. */
record Answer(int status, String body) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  boolean isGood() {
    return status >= 200 && status < 300;
  }

  JsonNode json() {
    return body.isBlank() ? MissingNode.getInstance() : json(body);
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String field) {
    return json().path(field).asText();
  }

  /** Throws what it says where it is not what was to be expected. */
  Answer required() {
    if (!isGood()) {
      throw new AssertionError("answered " + status + " " + body);
    }
    return this;
  }
}
