package agency.steward.changeset.show;

import agency.steward.changeset.stored.Result;
import agency.steward.changeset.stored.State;
import agency.steward.problem.ProblemException;
import agency.steward.web.ParameterText;
import agency.steward.workspace.WorkspaceId;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters of the list of change sets. */
public class ChangeSetParameters {

  @Parameter(description = "Where they stand", example = "running")
  @QueryParam("state")
  Optional<String> state = Optional.empty();

  @Parameter(description = "What they do", example = "role_change")
  @QueryParam("kind")
  Optional<String> kind = Optional.empty();

  @Parameter(description = "Whose they are", example = "sub:ann@agency.example")
  @QueryParam("created_by")
  Optional<String> createdBy = Optional.empty();

  @Parameter(description = "Only those with a row in this workspace")
  @QueryParam("workspace_id")
  Optional<String> workspaceId = Optional.empty();

  @Parameter(
      description = "Only those that wait for an approval that you could give",
      schema = @Schema(type = SchemaType.BOOLEAN))
  @QueryParam("awaiting_me")
  Optional<String> awaitingMe = Optional.empty();

  Asked asked() {
    return new Asked(
        state.map(ChangeSetParameters::state),
        kind,
        createdBy,
        workspaceId.map(ChangeSetParameters::workspace),
        awaitingMe.map(text -> ParameterText.truth("awaiting_me", text)).orElse(false));
  }

  private static State state(String text) {
    return State.of(text).orElseThrow(() -> oneOf("state", State.values()));
  }

  static Result result(String text) {
    return Result.of(text).orElseThrow(() -> oneOf("result", Result.values()));
  }

  /** What cannot be an id is in no change set. */
  static WorkspaceId workspace(String text) {
    return WorkspaceId.parse(text)
        .orElseThrow(() -> invalid("workspace_id", "workspace_id is an id of Steward's"));
  }

  private static ProblemException oneOf(String parameter, Enum<?>[] values) {
    return invalid(
        parameter,
        Arrays.stream(values)
            .map(each -> each.name().toLowerCase(java.util.Locale.ROOT))
            .collect(Collectors.joining(", ", parameter + " is one of ", "")));
  }

  private static ProblemException invalid(String parameter, String detail) {
    return ParameterText.invalid(parameter, detail);
  }
}
