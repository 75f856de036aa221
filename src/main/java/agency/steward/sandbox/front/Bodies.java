package agency.steward.sandbox.front;

import agency.steward.sandbox.call.Refusal;
import agency.steward.sandbox.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a body as Fastify does (facts.md 4, "DELETE quirk"). */
final class Bodies {
  static final int LARGEST = 1 << 20;

  private Bodies() {}

  /** Null where none is sent. */
  static @Nullable JsonNode read(Visit visit, Buffer sent) {
    String type = visit.header(HttpHeaders.CONTENT_TYPE);
    boolean json = type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    if (sent.length() == 0) {
      if (json) {
        throw Refusal.badRequest(
            "Body cannot be empty when content-type is set to 'application/json'");
      }
      return null;
    }
    if (sent.length() > LARGEST) {
      throw new Refusal(413, "Request body is too large");
    }
    if (!json) {
      throw new Refusal(415, "Unsupported Media Type: " + type);
    }
    JsonNode body = Json.read(sent.getBytes());
    if (visit.method.equals("DELETE") && !body.isNull()) {
      throw Refusal.badRequest("body must be null");
    }
    return body;
  }
}
