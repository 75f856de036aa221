package agency.steward.sandbox.call;

import agency.steward.sandbox.json.JsonOut;
import java.util.Map;

/** What goes back. */
public record Answer(int status, String contentType, byte[] body) {
  public static final String JSON = "application/json; charset=utf-8";
  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(402, "Payment Required"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(409, "Conflict"),
          Map.entry(413, "Payload Too Large"),
          Map.entry(415, "Unsupported Media Type"),
          Map.entry(422, "Unprocessable Entity"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(504, "Gateway Timeout"));

  /** Success is always 200, for what is created and deleted too (facts.md 4). */
  public static Answer ok(JsonOut out) {
    return new Answer(200, JSON, out.toBytes());
  }

  /** Instantly's only error body: no code, no field list (facts.md 5). */
  public static Answer error(int status, String message) {
    var out = new JsonOut().object().number("statusCode", status).text("error", reason(status));
    return new Answer(status, JSON, out.text("message", message).endObject().toBytes());
  }

  public static String reason(int status) {
    return REASONS.getOrDefault(status, "Error");
  }
}
