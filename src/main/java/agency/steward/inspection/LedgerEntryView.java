package agency.steward.inspection;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One entry, as the API describes it. */
@Schema(
    name = "LedgerEntry",
    description =
        "Who did what. hash is SHA-256 over the hash of the entry before (32 bytes; zeros before the"
            + " first) and the RFC 8785 form of this object without hash")
record LedgerEntryView(
    @Schema(required = true, description = "Its place in the chain, without gaps") long seq,
    @Schema(
            required = true,
            description = "In UTC, with microseconds",
            examples = "2026-11-24T12:00:00.000001Z")
        String at,
    @Schema(required = true, examples = "grant.create") String action,
    @Schema(required = true) ActorView actor,
    @Schema(description = "Where; absent for what belongs to none or to several")
        String workspaceId,
    String changeSetId,
    @Schema(description = "Why, in the actor's words") String reason,
    @Schema(description = "X-Request-Id of the request that did it") String requestId,
    @Schema(required = true, description = "What exactly; depends on the action")
        Map<String, Object> facts,
    @Schema(required = true, examples = "sha256:a38e885d…") String hash) {

  /** Who did it, as the API describes it. */
  @Schema(name = "LedgerActor")
  record ActorView(
      @Schema(required = true, description = "sub:…, or steward for what it does by itself")
          String principal,
      @Schema(description = "For whom, where it was somebody else") String onBehalfOf,
      @Schema(required = true, description = "Fleet roles held at that moment")
          List<String> roles) {}
}
