package agency.steward.registration.shown;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Describes a page of workspaces; what goes out is a page with these fields. */
@Schema(name = "WorkspacePage")
public record WorkspacePage(
    @Schema(required = true) List<WorkspaceView> items,
    @Schema(description = "Absent on the last page") Optional<String> nextPageToken,
    @Schema(required = true, description = "How many all pages have together") long totalSize) {}
