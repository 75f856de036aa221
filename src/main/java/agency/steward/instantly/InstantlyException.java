package agency.steward.instantly;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemException;

/** A call into a workspace that gave no usable answer. */
public final class InstantlyException extends ProblemException {
  private static final long serialVersionUID = 1L;

  private final transient InstantlyFailure failure;
  private final boolean mayHaveHappened;

  InstantlyException(InstantlyFailure failure, Problem problem, boolean mayHaveHappened) {
    super(problem);
    this.failure = failure;
    this.mayHaveHappened = mayHaveHappened;
  }

  public InstantlyFailure failure() {
    return failure;
  }

  /**
   * Whether the call was a write that may have taken effect in spite of the failure: it was sent
   * and nothing proves that Instantly refused it.
   */
  public boolean mayHaveHappened() {
    return mayHaveHappened;
  }
}
