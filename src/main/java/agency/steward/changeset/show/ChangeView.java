package agency.steward.changeset.show;

import agency.steward.changeset.planning.ShownRow;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.changeset.stored.Result;
import agency.steward.fleet.answer.Outward;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A row as the API shows it (contract 6). */
@Schema(name = "Change", description = "What became of one subject")
public record ChangeView(
    @Schema(required = true) int seq,
    @Schema(required = true) String workspaceId,
    @Schema(required = true) String workspaceName,
    @Schema(description = "Whom or what it is about; absent for a target that could not be read")
        Optional<String> subject,
    @Schema(required = true, examples = "role_change") String action,
    @Schema(
            required = true,
            type = SchemaType.OBJECT,
            nullable = true,
            description = "What mattered of its state; null where it did not exist")
        JsonNode before,
    @Schema(
            required = true,
            type = SchemaType.OBJECT,
            nullable = true,
            description = "What it was to be; null where it was not to exist")
        JsonNode after,
    @Schema(required = true, description = "lossless, reinvite or irreversible")
        String reversibility,
    @Schema(required = true, description = "grants, reduces or neutral") String effect,
    @Schema(
            type = SchemaType.ARRAY,
            implementation = Object.class,
            description =
                "What it would do besides, such as {campaign_id,name} of a live campaign whose"
                    + " senders it changes")
        Optional<List<JsonNode>> effects,
    @Schema(required = true) ChangeSetView.Guarding guard,
    @Schema(
            required = true,
            description =
                "pending, running, applied, already_satisfied, skipped_stale, blocked_guard, failed,"
                    + " unknown, not_attempted or cancelled")
        String result,
    @Schema(required = true, description = "Whether the result was seen by reading back")
        boolean verified,
    @Schema(required = true, description = "How often it was sent") int attempts,
    @Schema(
            implementation = Object.class,
            additionalProperties = Schema.True.class,
            description = "What was found instead of what was wanted")
        Optional<ObjectNode> found,
    @Schema(description = "Where in Vault the value of the key lies that it has made")
        Optional<String> vaultPath,
    @Schema(
            implementation = Object.class,
            additionalProperties = Schema.True.class,
            description = "Why not: code, title, status, detail, retryable")
        Optional<ObjectNode> problem,
    Optional<Instant> appliedAt) {

  static ChangeView of(RecordedChange row) {
    var shown =
        new ShownRow(
            row.seq(),
            row.workspace(),
            row.workspaceName(),
            row.change(),
            row.result(),
            row.violations(),
            row.problem());
    return of(
        shown,
        row.verified(),
        row.attempts(),
        row.found().filter(seen -> isOtherwise(row.result())).map(Outward::inner),
        vaultPath(row.found().or(() -> row.change().after())),
        row.appliedAt());
  }

  /** A row of a plan that is not stored. */
  public static ChangeView of(ShownRow row) {
    return of(
        row,
        row.result() == Result.ALREADY_SATISFIED,
        0,
        Optional.empty(),
        vaultPath(row.change().after()),
        Optional.empty());
  }

  private static ChangeView of(
      ShownRow row,
      boolean verified,
      int attempts,
      Optional<ObjectNode> found,
      Optional<String> vaultPath,
      Optional<Instant> appliedAt) {
    return new ChangeView(
        row.seq(),
        row.workspace().toString(),
        row.workspaceName(),
        Optional.of(row.change().subject()).filter(subject -> !subject.isEmpty()),
        row.change().action(),
        orNull(row.change().before()),
        orNull(row.change().after()),
        row.change().reversibility().wire(),
        row.change().effect().wire(),
        effects(row.violations()),
        ChangeSetView.Guarding.of(row.violations()),
        row.result().wire(),
        verified,
        attempts,
        found,
        vaultPath,
        row.problem(),
        appliedAt);
  }

  private static Optional<List<JsonNode>> effects(ArrayNode violations) {
    return Optional.of(
            violations.valueStream().flatMap(each -> each.path("effects").valueStream()).toList())
        .filter(effects -> !effects.isEmpty());
  }

  private static Optional<String> vaultPath(Optional<ObjectNode> state) {
    return state.map(now -> now.path("vault_path").asText("")).filter(path -> !path.isEmpty());
  }

  private static boolean isOtherwise(Result result) {
    return result != Result.APPLIED && result != Result.ALREADY_SATISFIED;
  }

  private static JsonNode orNull(Optional<ObjectNode> state) {
    return state.isPresent() ? state.get() : NullNode.getInstance();
  }
}
