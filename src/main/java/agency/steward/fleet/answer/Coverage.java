package agency.steward.fleet.answer;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a fleet answer says about itself: {@code total = ok + failed + skipped}, every workspace
 * that was meant counted in exactly one of them.
 *
 * @param asOf when reading began: nothing in the answer is older
 */
@Schema(description = "How many workspaces answered, which did not, and why")
public record Coverage(
    int total,
    int ok,
    int failed,
    int skipped,
    List<Failure> failures,
    List<Skipped> skippedWorkspaces,
    Instant asOf) {

  public static Coverage of(int ok, List<Failure> failures, List<Skipped> skipped, Instant asOf) {
    return new Coverage(
        ok + failures.size() + skipped.size(),
        ok,
        failures.size(),
        skipped.size(),
        List.copyOf(failures),
        List.copyOf(skipped),
        asOf);
  }

  /** A workspace that should have answered and did not. */
  @Schema(name = "CoverageFailure")
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Failure(
      String workspaceId,
      Optional<String> workspaceName,
      ProblemCode code,
      String detail,
      boolean retryable) {

    public static Failure of(Workspace workspace, Problem problem) {
      return new Failure(
          workspace.id().toString(),
          Optional.of(workspace.name()),
          problem.code(),
          problem.detail(),
          problem.code().retryable());
    }

    /** Asked for by an id that the caller cannot see, or that nobody has: the same to them. */
    public static Failure unknown(String workspaceId) {
      return new Failure(
          workspaceId,
          Optional.empty(),
          ProblemCode.WORKSPACE_NOT_FOUND,
          "There is no workspace with this id, or you may not see it",
          false);
    }
  }

  /** A workspace that is not active: no call was made. */
  @Schema(name = "SkippedWorkspace")
  public record Skipped(
      String workspaceId, String workspaceName, ProblemCode code, Instant since) {}
}
