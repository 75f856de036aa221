package agency.steward.web.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads a time only as ISO 8601 with its offset; Jackson's own also takes numbers for one. */
final class StrictInstant extends StdScalarDeserializer<Instant> {
  private static final long serialVersionUID = 1L;

  StrictInstant() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
    if (!json.hasToken(JsonToken.VALUE_STRING)) {
      return (Instant) context.handleUnexpectedToken(Instant.class, json);
    }
    try {
      return OffsetDateTime.parse(json.getText()).toInstant();
    } catch (DateTimeException notIso) {
      return (Instant) context.handleWeirdStringValue(Instant.class, "", "not ISO 8601");
    }
  }
}
