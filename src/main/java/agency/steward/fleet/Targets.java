package agency.steward.fleet;

import agency.steward.fleet.answer.Coverage;
import agency.steward.workspace.Workspace;
import java.util.List;

/**
 * Whom an answer is about, each workspace in exactly one of the three.
 *
 * @param active to be asked
 * @param skipped known not to be active: no call
 * @param unknown named by the caller, but nothing they may see
 */
record Targets(
    List<Workspace> active, List<Coverage.Skipped> skipped, List<Coverage.Failure> unknown) {}
