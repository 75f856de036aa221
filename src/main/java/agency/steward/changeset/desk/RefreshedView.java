package agency.steward.changeset.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What planning again has come to. */
@Schema(name = "RefreshedChangeSet")
record RefreshedView(
    @Schema(required = true, description = "Of the new plan") String digest,
    @Schema(required = true, description = "Rows that are different, the first thousand")
        List<Changed> changed) {

  /** A row that is new, gone, or another one. */
  @Schema(name = "RefreshedChange")
  record Changed(
      @Schema(required = true) String workspaceId,
      Optional<String> subject,
      @Schema(required = true) String action,
      @Schema(required = true, description = "added, removed or different") String change,
      @Schema(type = SchemaType.OBJECT) Optional<JsonNode> before,
      @Schema(type = SchemaType.OBJECT) Optional<JsonNode> after) {}
}
