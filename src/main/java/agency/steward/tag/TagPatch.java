package agency.steward.tag;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.tag.read.Tag;
import agency.steward.tag.read.TagText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be different; what is not named stays. */
@Schema(description = "What is to be different; what is not named stays")
record TagPatch(
    @Schema(examples = "VIP", maxLength = 200) Optional<String> label,
    @Schema(
            type = SchemaType.STRING,
            nullable = true,
            description = "null takes it away",
            maxLength = 1000)
        @Nullable JsonNode description) {

  /** What Instantly is sent. */
  ObjectNode wanted() {
    ObjectNode set = JsonNodeFactory.instance.objectNode();
    label.ifPresent(text -> set.put(Tag.LABEL, TagText.label(text, "/label")));
    if (description != null) {
      set.set(Tag.DESCRIPTION, acceptable(description));
    }
    if (set.isEmpty()) {
      throw Problem.invalid("", "Say what is to be different: label, description or both").thrown();
    }
    return set;
  }

  private static JsonNode acceptable(JsonNode description) {
    if (!description.isTextual() && !description.isNull()) {
      throw Problem.of(ProblemCode.MALFORMED_REQUEST, "description is a string, or null for none")
          .at("/description", "This must be a string or null")
          .thrown();
    }
    if (description.isTextual()) {
      TagText.description(description.textValue());
    }
    return description;
  }
}
