package agency.steward.billing;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One row of the fleet's plans as the API describes it. */
@Schema(description = "A workspace's plan; of one that did not answer, what is known")
record PlanRow(
    @Schema(required = true) String workspaceId,
    @Schema(required = true) String workspaceName,
    @Schema(
            required = true,
            description =
                "active, cancelling, lapsed, or unknown where the workspace did not answer or its"
                    + " answer could not be read")
        String status,
    @Schema(required = true, nullable = true, examples = "pid_hg_v1") String planId,
    @Schema(required = true, nullable = true) String planName,
    @Schema(
            required = true,
            nullable = true,
            description = "When it is paid for again; null where it ends, or is not known")
        Instant renewsAt,
    @Schema(
            required = true,
            nullable = true,
            description = "When it ends or has ended; null where it goes on, or is not known")
        Instant cancelsAt) {}
