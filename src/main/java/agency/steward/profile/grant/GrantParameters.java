package agency.steward.profile.grant;

import agency.steward.access.grant.GrantFilter;
import agency.steward.access.grant.Principal;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemException;
import agency.steward.web.ParameterText;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters of the list of grants. */
public class GrantParameters {

  @Parameter(description = "Only what this principal holds", example = "email:ann@agency.example")
  @QueryParam("principal")
  Optional<String> principal = Optional.empty();

  @Parameter(description = "Only what holds there, by name or by a selector that picks it now")
  @QueryParam("workspace_id")
  Optional<String> workspaceId = Optional.empty();

  GrantFilter filter(Workspaces workspaces) {
    Optional<WorkspaceId> workspace = workspaceId.map(GrantParameters::workspace);
    return new GrantFilter(
        principal.map(GrantParameters::principal),
        workspace,
        workspace.flatMap(workspaces::findNow));
  }

  /** Reads a parameter that names a principal. */
  public static Principal principal(String text) {
    return Principal.parse(text)
        .orElseThrow(() -> Problem.invalid("principal", GrantTerms.PRINCIPAL).thrown());
  }

  private static WorkspaceId workspace(String text) {
    return WorkspaceId.parse(text).orElseThrow(GrantParameters::noId);
  }

  private static ProblemException noId() {
    return ParameterText.invalid(
        "workspace_id", "workspace_id is one of Steward's ids: a UUID in lower case");
  }
}
