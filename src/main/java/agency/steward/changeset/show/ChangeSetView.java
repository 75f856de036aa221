package agency.steward.changeset.show;

import static java.nio.charset.StandardCharsets.UTF_8;

import agency.steward.changeset.stored.Bulk;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.Summary;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change set as the API shows it (contract 6). */
@Schema(name = "ChangeSet", description = "A list of changes, as a whole")
public record ChangeSetView(
    @Schema(required = true) String id,
    @Schema(required = true, examples = "role_change") String kind,
    @Schema(
            required = true,
            description =
                "planning, planned, approved, running, paused, cancelling, succeeded,"
                    + " partially_succeeded, failed, cancelled, rejected or expired")
        String state,
    @Schema(description = "The seal of its plan: sha256:…; absent while it is being planned")
        Optional<String> digest,
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
    @Schema(description = "The change set that this one takes back") Optional<String> undoOf,
    @Schema(description = "The newest change set that takes this one back")
        Optional<String> undoneBy) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Somebody's yes. */
  @Schema(name = "ChangeSetApproval")
  public record Approval(
      @Schema(required = true) String by,
      @Schema(required = true) Instant at,
      @Schema(description = "Rules that this person lifted") Optional<List<String>> overrides,
      Optional<String> reason) {

    static Approval of(agency.steward.changeset.stored.Approval given) {
      return new Approval(
          given.by(),
          given.at(),
          Optional.of(given.overrides()).filter(rules -> !rules.isEmpty()),
          given.reason());
    }
  }

  /** How many rows. */
  @Schema(name = "ChangeSetCounts")
  public record Counts(
      @Schema(required = true) long total,
      @Schema(required = true) Map<String, Long> byAction,
      @Schema(required = true) Map<String, Long> byResult) {

    static Counts of(Summary rows) {
      return new Counts(rows.total(), rows.byAction(), rows.byResult());
    }
  }

  /** What the guards say. */
  @Schema(name = "ChangeSetGuard")
  public record Guarding(
      @Schema(required = true, description = "clear, rows_blocked or violated") String verdict,
      @Schema(required = true, type = SchemaType.ARRAY, implementation = ViolationView.class)
          JsonNode violations) {

    static Guarding of(ArrayNode violations) {
      return new Guarding(violations.isEmpty() ? "clear" : "rows_blocked", violations);
    }

    /**
     * @param lifted rules that a second person has lifted
     * @param held whether rows are held back all the same
     */
    public static Guarding of(ArrayNode ofSet, ArrayNode ofRows, Set<String> lifted, boolean held) {
      String ofThose = held || object(ofRows, lifted) ? "rows_blocked" : "clear";
      return new Guarding(
          object(ofSet, lifted) ? "violated" : ofThose, ofSet.deepCopy().addAll(ofRows));
    }

    private static boolean object(ArrayNode violations, Set<String> lifted) {
      return violations
          .valueStream()
          .anyMatch(each -> !lifted.contains(each.path("rule").asText()));
    }
  }

  /** How many targets. */
  @Schema(name = "ChangeSetCoverage")
  public record Coverage(
      @Schema(required = true) long total,
      @Schema(required = true) long ok,
      @Schema(required = true) long failed,
      @Schema(required = true) long skipped) {

    public static Coverage of(ObjectNode stored) {
      return new Coverage(
          stored.path("total").asLong(),
          stored.path("ok").asLong(),
          stored.path("failed").asLong(),
          stored.path("skipped").asLong());
    }
  }

  /** What is left to do. */
  @Schema(name = "ChangeSetEstimate")
  public record Estimate(
      @Schema(required = true) long upstreamCalls,
      @Schema(required = true, description = "By the quotas, without what people use of them")
          long seconds) {

    private static final Estimate NOTHING = new Estimate(0, 0);

    static Estimate of(ChangeSet set, Summary rows, Pace pace) {
      if (set.state().isFinal()) {
        return NOTHING;
      }
      return rows.left().rows() == 0
          ? new Estimate(rows.open(), rows.open())
          : new Estimate(rows.left().calls(), pace.seconds(rows.left()));
    }
  }

  static ChangeSetView of(
      ChangeSet set,
      Summary rows,
      Pace pace,
      List<agency.steward.changeset.stored.Approval> approvals,
      Optional<ChangeSetId> undoneBy) {
    return new ChangeSetView(
        set.id().toString(),
        set.kind(),
        set.state().wire(),
        set.digest(),
        set.reason(),
        set.createdBy(),
        set.createdAt(),
        approvals.stream().map(Approval::of).toList(),
        set.requiredApprovals(),
        set.expiresAt(),
        Counts.of(rows),
        set.bulk()
            .map(bulk ->
                Guarding.of(bulk.violations(), rows.violations(), bulk.overrides(), rows.areHeld()))
            .orElseGet(() -> Guarding.of(rows.violations())),
        coverage(set),
        Estimate.of(set, rows, pace),
        set.plannedAt(),
        set.startedAt(),
        set.finishedAt(),
        set.undoOf().map(Object::toString),
        undoneBy.map(Object::toString));
  }

  /** Between the quotes of an ETag: another one as soon as anything of it is shown otherwise. */
  String tag() {
    return UUID.nameUUIDFromBytes(toString().getBytes(UTF_8)).toString();
  }

  /** The answer, with its ETag. */
  public Response in(Response.ResponseBuilder answer) {
    return answer.entity(this).tag(tag()).build();
  }

  private static Coverage coverage(ChangeSet set) {
    return set.bulk().isEmpty()
        ? new Coverage(1, 1, 0, 0)
        : Coverage.of(set.bulk().flatMap(Bulk::coverage).orElseGet(JSON::objectNode));
  }
}
