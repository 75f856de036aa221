package agency.steward.web.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * Annotations hold text only, and what looks like JSON in them becomes JSON. Here it becomes what
 * its schema says; generators of clients refuse anything else.
 */
final class Literals {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Literals() {}

  /** The words {@code true} and {@code false} of an enum of text. */
  static void ofItsType(Schema schema) {
    if (isText(schema) && schema.getEnumeration() != null) {
      schema.setEnumeration(schema.getEnumeration().stream().<Object>map(String::valueOf).toList());
    }
  }

  /** The example of a parameter that is repeated is a list with one element. */
  static void listed(Parameter parameter) {
    if (parameter.getExample() != null && !(parameter.getExample() instanceof List)) {
      parameter.setExample(List.of(parameter.getExample()));
    }
  }

  /** The example of an NDJSON answer is a line of text, not an object. */
  static void asLines(APIResponses responses) {
    responses.getAPIResponses().values().stream()
        .filter(response -> response.getContent() != null)
        .flatMap(response -> response.getContent().getMediaTypes().values().stream())
        .filter(media -> isText(media.getSchema()) && media.getExample() != null)
        .forEach(Literals::asLine);
  }

  private static void asLine(MediaType media) {
    if (!(media.getExample() instanceof String)) {
      try {
        media.setExample(JSON.writeValueAsString(media.getExample()));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException("An example cannot be written as JSON", e);
      }
    }
  }

  private static boolean isText(@Nullable Schema schema) {
    return schema != null
        && schema.getType() != null
        && schema.getType().contains(Schema.SchemaType.STRING);
  }
}
