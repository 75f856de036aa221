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
 * @param empty those of {@code ok} that have no row, where it needs saying what that means
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(description = "How many workspaces answered, which did not, and why")
public record Coverage(
    int total,
    int ok,
    int failed,
    int skipped,
    List<Failure> failures,
    List<Skipped> skippedWorkspaces,
    Instant asOf,
    Optional<Empty> empty) {

  public static Coverage of(int ok, List<Failure> failures, List<Skipped> skipped, Instant asOf) {
    return new Coverage(
        ok + failures.size() + skipped.size(),
        ok,
        failures.size(),
        skipped.size(),
        List.copyOf(failures),
        List.copyOf(skipped),
        asOf,
        Optional.empty());
  }

  /**
   * @param detail what it means
   */
  public Coverage withSilent(List<Silent> silent, String detail) {
    return new Coverage(
        total,
        ok,
        failed,
        skipped,
        failures,
        skippedWorkspaces,
        asOf,
        Optional.of(new Empty(detail, List.copyOf(silent))));
  }

  /** What it means that workspaces answered without a row, and which did. */
  @Schema(name = "CoverageEmpty")
  public record Empty(String detail, List<Silent> workspaces) {}

  /** A workspace that answered without a row. */
  @Schema(name = "SilentWorkspace")
  public record Silent(String workspaceId, String workspaceName) {
    public static Silent of(Workspace workspace) {
      return new Silent(workspace.id().toString(), workspace.name());
    }
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
