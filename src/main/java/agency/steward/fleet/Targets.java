package agency.steward.fleet;

import agency.steward.fleet.answer.Coverage;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Workspace;
import java.time.Instant;
import java.util.List;

/**
 * The workspaces an answer is about, each in exactly one of three parts.
 *
 * @param active to be asked
 * @param skipped known not to be active, so not called
 * @param unknown named by the caller, but nothing they may see
 */
record Targets(List<Workspace> active, List<Inactive> skipped, List<Coverage.Failure> unknown) {

  /** A workspace in which, or in whose admin workspace, no call is made. */
  record Inactive(Workspace workspace, ProblemCode why, Instant since) {
    Coverage.Skipped told() {
      return new Coverage.Skipped(workspace.id().toString(), workspace.name(), why, since);
    }
  }
}
