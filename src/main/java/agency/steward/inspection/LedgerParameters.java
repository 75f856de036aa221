package agency.steward.inspection;

import agency.steward.ledger.LedgerFilter;
import agency.steward.web.ParameterText;
import agency.steward.workspace.WorkspaceId;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What the ledger can be asked with. */
public class LedgerParameters {

  @Parameter(
      description =
          "Only what happened in this workspace; one you may not see has no entries, like one that"
              + " does not exist")
  @QueryParam("workspace_id")
  Optional<String> workspaceId = Optional.empty();

  @Parameter(description = "Only what belongs to this change set: from its plan to its last row")
  @QueryParam("change_set_id")
  Optional<String> changeSetId = Optional.empty();

  @Parameter(
      description = "Only what this principal did: sub:…, or steward for what it did by itself",
      example = "sub:ann")
  @QueryParam("actor")
  Optional<String> actor = Optional.empty();

  @Parameter(description = "Only what is called this", example = "grant.create")
  @QueryParam("action")
  Optional<String> action = Optional.empty();

  @Parameter(
      description = "Only what happened at this moment or later",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @QueryParam("since")
  Optional<String> since = Optional.empty();

  @Parameter(
      description = "Overrides the Accept header",
      schema = @Schema(enumeration = {"json", "ndjson", "csv"}))
  @QueryParam("format")
  Optional<String> format = Optional.empty();

  /**
   * @param within the workspaces whose entries the caller may see; empty for all entries
   */
  LedgerFilter filter(Optional<Set<WorkspaceId>> within) {
    return new LedgerFilter(
        within,
        workspaceId.map(LedgerParameters::workspace),
        changeSetId.map(LedgerParameters::changeSet),
        actor,
        action,
        since.map(text -> ParameterText.moment("since", text)));
  }

  private static WorkspaceId workspace(String text) {
    return WorkspaceId.parse(text)
        .orElseThrow(() ->
            ParameterText.invalid(
                "workspace_id", "workspace_id is one of Steward's ids: a UUID in lower case"));
  }

  private static UUID changeSet(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException noId) {
      throw ParameterText.invalid(
          "change_set_id", "change_set_id is what stands in Steward-Change-Set: a UUID");
    }
  }
}
