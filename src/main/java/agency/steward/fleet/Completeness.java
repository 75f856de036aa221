package agency.steward.fleet;

import agency.steward.fleet.answer.Coverage;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import java.util.Optional;

/** What the caller demands of the coverage before they take an answer at all. */
enum Completeness {
  /** Any answer; it says itself what it lacks. */
  ANY,
  /** No failure: {@code require_complete=true}. */
  NO_FAILURE,
  /** Nothing skipped either: {@code require_complete=all}. */
  ALL;

  static Completeness parse(Optional<String> parameter) {
    return switch (parameter.orElse("false")) {
      case "false" -> ANY;
      case "true" -> NO_FAILURE;
      case "all" -> ALL;
      default ->
          throw Problem.of(ProblemCode.INVALID_PARAMETER, "require_complete is true, all or false")
              .at("require_complete", "not one of true, all, false")
              .thrown();
    };
  }

  /** Throws {@code COVERAGE_INCOMPLETE}, the coverage in it, where the demand is not met. */
  void check(Coverage coverage) {
    boolean met =
        switch (this) {
          case ANY -> true;
          case NO_FAILURE -> coverage.failed() == 0;
          case ALL -> coverage.failed() == 0 && coverage.skipped() == 0;
        };
    if (!met) {
      throw Problem.of(
              ProblemCode.COVERAGE_INCOMPLETE,
              "%d of %d workspaces failed and %d were skipped; coverage names them"
                  .formatted(coverage.failed(), coverage.total(), coverage.skipped()))
          .with("coverage", coverage)
          .thrown();
    }
  }
}
