package agency.steward.billing;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A workspace's plan as the API describes it, with Instantly's two objects (facts.md 4.7). */
@Schema(name = "Plan", description = "A workspace's plan, and Instantly's own two objects about it")
record PlanView(
    @Schema(required = true) String workspaceId,
    @Schema(required = true) String workspaceName,
    @Schema(required = true, description = "active, cancelling, lapsed or unknown") String status,
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
        Instant cancelsAt,
    @Schema(
            required = true,
            implementation = Object.class,
            additionalProperties = Schema.True.class,
            description = "Instantly's plan-details; its moments are Unix seconds")
        Object planDetails,
    @Schema(
            required = true,
            implementation = Object.class,
            additionalProperties = Schema.True.class,
            description = "Instantly's subscription-details; its moments are Unix seconds")
        Object subscriptionDetails) {}
