package agency.steward.registration.asked;

import agency.steward.web.ParameterText;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Selector;
import agency.steward.workspace.Visibility;
import agency.steward.workspace.WorkspaceFilter;
import agency.steward.workspace.WorkspaceState;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which workspaces a list shows; a {@code @BeanParam}. */
public class ListParameters {

  @Parameter(
      description = "Label selector in the Kubernetes syntax; without one, all you may see",
      example = "tier=gold,region!=emea")
  @QueryParam("selector")
  Optional<String> selector = Optional.empty();

  @Parameter(
      description = "Only in this state",
      schema =
          @Schema(enumeration = {"suspended", "credential_invalid", "plan_inactive", "active"}))
  @QueryParam("state")
  Optional<String> state = Optional.empty();

  @Parameter(description = "Part of either name or of the external id, whatever the case")
  @QueryParam("search")
  Optional<String> search = Optional.empty();

  @Parameter(description = "Your own id of a workspace")
  @QueryParam("external_id")
  Optional<String> externalId = Optional.empty();

  @Parameter(description = "Instantly's id of a workspace")
  @QueryParam("instantly_workspace_id")
  Optional<String> instantlyWorkspaceId = Optional.empty();

  public WorkspaceFilter filter(Visibility visible) {
    return new WorkspaceFilter(
        visible,
        selector.map(Selector::parse),
        state.map(ListParameters::state),
        search.map(text -> Texts.parameter("search", text)),
        externalId.map(text -> Texts.parameter("external_id", text)),
        instantlyWorkspaceId
            .map(text -> Texts.parameter("instantly_workspace_id", text))
            .map(InstantlyWorkspaceId::new));
  }

  private static WorkspaceState state(String text) {
    return WorkspaceState.of(text)
        .orElseThrow(() ->
            ParameterText.invalid(
                "state", "state is suspended, credential_invalid, plan_inactive or active"));
  }
}
