package agency.steward.registration.intake;

import agency.steward.problem.ProblemCode;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import java.util.List;

/** What became of every sub-workspace of a group. */
public record ImportReport(
    List<Workspace> registered, List<Workspace> existing, List<Skipped> skipped) {

  /** Not registered, and why. */
  public record Skipped(InstantlyWorkspaceId id, ProblemCode reason) {}

  public ImportReport {
    registered = List.copyOf(registered);
    existing = List.copyOf(existing);
    skipped = List.copyOf(skipped);
  }
}
