package agency.steward.sandbox.control;

import agency.steward.sandbox.json.Misfit;
import agency.steward.sandbox.json.Shape;
import agency.steward.sandbox.json.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Times in bodies of the control surface. */
final class Times {
  static final Shape SHAPE =
      (at, value) -> {
        Texts.any().check(at, value);
        try {
          Instant.parse(value.textValue());
        } catch (DateTimeParseException wrong) {
          throw new Misfit(at + " must match format \"date-time\"");
        }
      };

  private Times() {}

  /** Epoch ms. */
  static long read(JsonNode json, long otherwise) {
    return json.isTextual() ? Instant.parse(json.textValue()).toEpochMilli() : otherwise;
  }
}
