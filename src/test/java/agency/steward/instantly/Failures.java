package agency.steward.instantly;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;

/** Failed calls, for tests of other rooms that have no Instantly at all. */
public final class Failures {
  private Failures() {}

  public static InstantlyException notFound() {
    return of(new InstantlyFailure.NotFound(), ProblemCode.NOT_FOUND_IN_WORKSPACE, false);
  }

  public static InstantlyException conflict() {
    return of(new InstantlyFailure.Conflict("taken"), ProblemCode.ALREADY_EXISTS, false);
  }

  public static InstantlyException scopeMissing() {
    return of(
        new InstantlyFailure.ScopeMissing(java.util.List.of("x:update")),
        ProblemCode.CREDENTIAL_SCOPE_MISSING,
        false);
  }

  public static InstantlyException wrongIdentity() {
    return of(new InstantlyFailure.WrongIdentity(), ProblemCode.WORKSPACE_IDENTITY_MISMATCH, false);
  }

  /** A write that was sent and never answered. */
  public static InstantlyException silence() {
    return of(new InstantlyFailure.TimedOut(), ProblemCode.UPSTREAM_TIMEOUT, true);
  }

  /** A write that was answered 5xx. */
  public static InstantlyException broken(int status) {
    return of(new InstantlyFailure.ServerError(status), ProblemCode.UPSTREAM_ERROR, true);
  }

  private static InstantlyException of(
      InstantlyFailure failure, ProblemCode code, boolean mayHaveHappened) {
    return new InstantlyException(failure, Problem.of(code, "Said by a test"), mayHaveHappened);
  }
}
