package agency.steward.registration.shown;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a change of labels. */
@Schema(name = "Labelled")
public record LabelledView(
    @Schema(required = true, description = "How many workspaces it was about") long matched,
    @Schema(required = true, description = "How many are different now") long changed,
    @Schema(required = true, description = "Those that are different now")
        List<String> workspaceIds) {}
