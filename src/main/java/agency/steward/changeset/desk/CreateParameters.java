package agency.steward.changeset.desk;

import agency.steward.changeset.show.Waiting;
import agency.steward.web.ParameterText;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How a change set is asked for. */
public class CreateParameters {
  static final String WAITING =
      "How long the answer may wait for the plan: an ISO 8601 duration up to PT60S";
  private static final Duration USUAL = Duration.ofSeconds(2);

  @Parameter(description = "With CSV: what is to be done", example = "role_change")
  @QueryParam("kind")
  Optional<String> kind = Optional.empty();

  @Parameter(description = "With CSV: why; stands in the ledger", example = "Bob leaves")
  @QueryParam("reason")
  Optional<String> reason = Optional.empty();

  @Parameter(
      description = "Plan it and answer with the plan, but store nothing",
      schema = @Schema(type = SchemaType.BOOLEAN))
  @QueryParam("validate_only")
  Optional<String> validateOnly = Optional.empty();

  @Parameter(description = WAITING, schema = @Schema(defaultValue = "PT2S"))
  @QueryParam("wait")
  Optional<String> wait = Optional.empty();

  boolean isOnlyValidated() {
    return validateOnly.map(text -> ParameterText.truth("validate_only", text)).orElse(false);
  }

  Duration patience() {
    return patience(wait);
  }

  static Duration patience(Optional<String> wait) {
    return wait.map(Waiting::read).orElse(USUAL);
  }

  /** In JSON both stand in the body; said twice, nobody knows which counts. */
  byte[] none(byte[] body) {
    if (kind.isPresent() || reason.isPresent()) {
      throw ParameterText.invalid(
          kind.isPresent() ? "kind" : "reason", "With JSON, kind and reason stand in the body");
    }
    return body;
  }
}
