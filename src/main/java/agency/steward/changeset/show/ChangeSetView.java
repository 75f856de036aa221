package agency.steward.changeset.show;

import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.Summary;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change set as the API shows it (contract 6). */
@Schema(name = "ChangeSet", description = "A list of changes, as a whole")
record ChangeSetView(
    @Schema(required = true) String id,
    @Schema(required = true, examples = "role_change") String kind,
    @Schema(
            required = true,
            description =
                "planning, planned, approved, running, paused, cancelling, succeeded,"
                    + " partially_succeeded, failed, cancelled, rejected or expired")
        String state,
    @Schema(required = true, description = "The seal of its plan: sha256:…") String digest,
    Optional<String> reason,
    @Schema(required = true, description = "The principal", examples = "sub:ann@agency.example")
        String createdBy,
    @Schema(required = true) Instant createdAt,
    @Schema(required = true) List<Approval> approvals,
    @Schema(required = true) int requiredApprovals,
    Optional<Instant> expiresAt,
    @Schema(required = true) Counts counts,
    @Schema(required = true) Guarding guard,
    @Schema(required = true, description = "What could be read when it was planned")
        Coverage coverage,
    @Schema(required = true, description = "What is still to be done") Estimate estimate,
    Optional<Instant> plannedAt,
    Optional<Instant> startedAt,
    @Schema(description = "Absent until the last row is settled") Optional<Instant> finishedAt,
    Optional<String> undoOf) {

  /** Somebody's yes. */
  @Schema(name = "ChangeSetApproval")
  record Approval(@Schema(required = true) String by, @Schema(required = true) Instant at) {}

  /** How many rows. */
  @Schema(name = "ChangeSetCounts")
  record Counts(
      @Schema(required = true) long total,
      @Schema(required = true) Map<String, Long> byAction,
      @Schema(required = true) Map<String, Long> byResult) {}

  /** What the guards say. */
  @Schema(name = "ChangeSetGuard")
  record Guarding(
      @Schema(required = true, description = "clear, rows_blocked or violated") String verdict,
      @Schema(required = true, type = SchemaType.ARRAY, implementation = ViolationView.class)
          JsonNode violations) {

    static Guarding of(ArrayNode violations) {
      return new Guarding(violations.isEmpty() ? "clear" : "rows_blocked", violations);
    }
  }

  /** How many targets. */
  @Schema(name = "ChangeSetCoverage")
  record Coverage(
      @Schema(required = true) long total,
      @Schema(required = true) long ok,
      @Schema(required = true) long failed,
      @Schema(required = true) long skipped) {}

  /** What is left to do. */
  @Schema(name = "ChangeSetEstimate")
  record Estimate(
      @Schema(required = true) long upstreamCalls, @Schema(required = true) long seconds) {}

  static ChangeSetView of(ChangeSet set, Summary rows) {
    long workspaces = rows.workspaces().size();
    return new ChangeSetView(
        set.id().toString(),
        set.kind(),
        set.state().wire(),
        set.digest(),
        set.reason(),
        set.createdBy(),
        set.createdAt(),
        List.of(),
        set.requiredApprovals(),
        set.expiresAt(),
        new Counts(rows.total(), rows.byAction(), rows.byResult()),
        Guarding.of(rows.violations()),
        new Coverage(workspaces, workspaces, 0, 0),
        new Estimate(rows.open(), rows.open()),
        set.plannedAt(),
        set.startedAt(),
        set.finishedAt(),
        set.undoOf().map(Object::toString));
  }
}
