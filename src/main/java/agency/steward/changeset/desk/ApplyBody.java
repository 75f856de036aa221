package agency.steward.changeset.desk;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which plan is to be set going. */
@Schema(name = "Apply")
record ApplyBody(
    @Schema(required = true, description = "Of the plan that was looked at")
        Optional<String> digest) {}
