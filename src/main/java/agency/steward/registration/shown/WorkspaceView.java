package agency.steward.registration.shown;

import agency.steward.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A workspace as the registry knows it (contract 2). Never the key. */
@Schema(name = "Workspace")
public record WorkspaceView(
    @Schema(required = true) String id,
    @Schema(required = true, description = "Steward's name") String name,
    @Schema(required = true, description = "Instantly's name, as it was last seen")
        String instantlyName,
    @Schema(required = true) String instantlyWorkspaceId,
    @Schema(description = "Your own id of it") Optional<String> externalId,
    @Schema(
            required = true,
            description = "The first that applies",
            enumeration = {"suspended", "credential_invalid", "plan_inactive", "active"})
        String state,
    @Schema(required = true) List<ConditionView> conditions,
    @Schema(required = true) Map<String, String> labels,
    @Schema(required = true) CredentialView credential,
    @Schema(required = true) Instant createdAt,
    @Schema(required = true) Instant updatedAt) {

  static WorkspaceView of(Workspace workspace, Optional<Workspace> admin) {
    return new WorkspaceView(
        workspace.id().toString(),
        workspace.name(),
        workspace.instantlyName(),
        workspace.instantlyId().value(),
        workspace.externalId(),
        workspace.state().wire(),
        workspace.conditions().stream().map(ConditionView::of).toList(),
        workspace.labels(),
        CredentialView.of(workspace.credential(), admin),
        workspace.createdAt(),
        workspace.updatedAt());
  }
}
