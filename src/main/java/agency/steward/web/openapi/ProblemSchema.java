package agency.steward.web.openapi;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The body of every failed request (contract 1). */
final class ProblemSchema {
  static final String NAME = "Problem";

  private ProblemSchema() {}

  static Schema create() {
    return object("A problem (RFC 9457). Further members say more about some codes")
        .addProperty("type", text("Names the code as a URI").format("uri-reference"))
        .addProperty("title", text("What the code means, always the same"))
        .addProperty("status", number("The HTTP status").minimum(BigDecimal.valueOf(400)))
        .addProperty("detail", text("What happened here, and what to do about it"))
        .addProperty("instance", text("The path that was asked for"))
        .addProperty(
            "code", text("One of docs/errors.md; new ones may come").pattern("^[A-Z][A-Z0-9_]*$"))
        .addProperty("request_id", text("Finds this request in the log; also in X-Request-Id"))
        .addProperty(
            "retryable",
            type(Schema.SchemaType.BOOLEAN)
                .description("Whether the same request may succeed later by itself"))
        .addProperty("retry_after", number("Seconds to wait before that; also in Retry-After"))
        .addProperty("workspace_id", text("The workspace this is about"))
        .addProperty("change_set_id", text("Where the outcome of a write can be looked up"))
        .addProperty("errors", errors())
        .addProperty("upstream", upstream())
        .required(
            List.of(
                "type", "title", "status", "detail", "instance", "code", "request_id", "retryable"))
        .additionalPropertiesBoolean(true);
  }

  private static Schema errors() {
    Schema error =
        object("A field at fault")
            .addProperty("pointer", text("JSON pointer into the body, or a parameter or header"))
            .addProperty("detail", text("What is wrong with it"))
            .required(List.of("pointer", "detail"));
    return type(Schema.SchemaType.ARRAY).items(error);
  }

  private static Schema upstream() {
    return object("What Instantly answered")
        .addProperty("status", number("Its HTTP status"))
        .additionalPropertiesBoolean(true);
  }

  private static Schema object(String description) {
    return type(Schema.SchemaType.OBJECT).description(description);
  }

  private static Schema text(String description) {
    return type(Schema.SchemaType.STRING).description(description);
  }

  private static Schema number(String description) {
    return type(Schema.SchemaType.INTEGER).description(description);
  }

  private static Schema type(Schema.SchemaType type) {
    return OASFactory.createSchema().addType(type);
  }
}
