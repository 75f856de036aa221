package agency.steward.fleet;

import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Workspace;

/**
 * A workspace without an answer of its own.
 *
 * @param skipped known not to be active, so that no call was made; else it failed
 */
public record Absent(Workspace workspace, ProblemCode why, boolean skipped) {}
