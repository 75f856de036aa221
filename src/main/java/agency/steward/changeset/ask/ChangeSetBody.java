package agency.steward.changeset.ask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is wanted of many workspaces: a spec and its targets, or rows. */
@Schema(name = "NewChangeSet", description = "kind, and either targets with spec or rows")
public record ChangeSetBody(
    @Schema(required = true, description = "What is to be done", examples = "role_change")
        Optional<String> kind,
    Optional<TargetsBody> targets,
    @Schema(
            type = SchemaType.OBJECT,
            implementation = Object.class,
            additionalProperties = Schema.True.class,
            description = "What is wanted in every target; its fields depend on kind")
        Optional<ObjectNode> spec,
    @Schema(
            type = SchemaType.ARRAY,
            implementation = Object.class,
            description =
                "One object a row: workspace (id, external_id or unique name), and the fields of"
                    + " kind")
        Optional<List<ObjectNode>> rows,
    @Schema(description = "Why; stands in the ledger", maxLength = 1000) Optional<String> reason,
    @Schema(
            description =
                "when_allowed: without a further call, as soon as nothing stands in the way")
        Optional<String> apply) {

  /** Which workspaces: exactly one of the three. */
  @Schema(name = "ChangeSetTargets", description = "Exactly one of selector, workspace_ids and all")
  public record TargetsBody(
      @Schema(description = "Label selector in the Kubernetes syntax") Optional<String> selector,
      Optional<List<String>> workspaceIds,
      @Schema(description = "true: every workspace you may see") Optional<Boolean> all) {}
}
