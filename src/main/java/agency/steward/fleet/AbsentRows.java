package agency.steward.fleet;

import agency.steward.fleet.answer.Rows;
import agency.steward.workspace.Workspace;
import java.io.IOException;
import java.util.Optional;

/** The rows of those who did not answer: each is told once, by its stand-in or as missing. */
record AbsentRows(Rows rows, Optional<StandIn> standIn) {

  void sendTo(Parts parts, Targets targets, Tally tally) throws IOException {
    for (var unknown : targets.unknown()) {
      parts.add(rows.missing(unknown.workspaceId(), "", unknown.code()));
    }
    for (Absent failed : tally.failed()) {
      parts.add(row(failed));
    }
    for (Targets.Inactive inactive : targets.skipped()) {
      parts.add(row(new Absent(inactive.workspace(), inactive.why(), true)));
    }
  }

  private byte[] row(Absent absent) {
    Workspace workspace = absent.workspace();
    return standIn
        .flatMap(feature -> feature.row(absent))
        .map(row -> rows.standIn(workspace, absent.why(), row))
        .orElseGet(() -> rows.missing(workspace.id().toString(), workspace.name(), absent.why()));
  }
}
