package agency.steward.changeset;

import agency.steward.problem.ProblemException;

/**
 * Thrown by {@link ChangeKind#apply} of several calls if the first took effect and a later one
 * failed.
 */
public final class HalfwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemException failure;

  /**
   * @param failure of the later call
   */
  public HalfwayException(ProblemException failure) {
    super(failure);
    this.failure = failure;
  }

  public ProblemException failure() {
    return failure;
  }
}
