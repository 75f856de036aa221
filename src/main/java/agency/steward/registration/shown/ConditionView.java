package agency.steward.registration.shown;

import agency.steward.workspace.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that must be right for a workspace to be usable. */
@Schema(name = "Condition")
public record ConditionView(
    @Schema(
            required = true,
            enumeration = {"CREDENTIAL", "SCOPES", "PLAN", "GROUP_LINK"})
        String type,
    @Schema(required = true) boolean ok,
    @Schema(required = true, description = "OK, or the code of the problem") String code,
    @Schema(required = true) String detail,
    @Schema(required = true, description = "Since when it is like this") Instant since,
    @Schema(required = true, description = "When it was last seen") Instant checkedAt,
    @Schema(description = "SCOPES: what was found missing") Optional<List<String>> missing) {

  static ConditionView of(Condition condition) {
    return new ConditionView(
        condition.type().name(),
        condition.ok(),
        condition.code(),
        condition.detail(),
        condition.since(),
        condition.checkedAt(),
        Optional.of(condition.missing()).filter(missing -> !missing.isEmpty()));
  }
}
