package agency.steward.fleet;

import agency.steward.fleet.answer.Coverage;
import agency.steward.problem.Problem;
import agency.steward.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts what became of the workspaces of one answer. */
final class Tally {
  private final Targets targets;
  private final Optional<String> silence;
  private final List<Coverage.Failure> failures;
  private final List<Absent> failed = new ArrayList<>();
  private final List<Coverage.Silent> silent = new ArrayList<>();
  private int ok;

  /**
   * @param silence what it means when a workspace answers without a row, where that needs saying
   */
  Tally(Targets targets, Optional<String> silence) {
    this.targets = targets;
    this.silence = silence;
    this.failures = new ArrayList<>(targets.unknown());
  }

  void answered(Reading reading) {
    ok++;
    if (reading.size() == 0 && silence.isPresent()) {
      silent.add(Coverage.Silent.of(reading.workspace()));
    }
  }

  void failed(Workspace workspace, Problem problem) {
    failures.add(Coverage.Failure.of(workspace, problem));
    failed.add(new Absent(workspace, problem.code(), false));
  }

  /** Those that failed; who was unknown from the start is not among them. */
  List<Absent> failed() {
    return failed;
  }

  Coverage coverage(Instant asOf) {
    Coverage coverage =
        Coverage.of(
            ok, failures, targets.skipped().stream().map(Targets.Inactive::told).toList(), asOf);
    return silent.isEmpty() ? coverage : coverage.withSilent(silent, silence.orElse(""));
  }
}
