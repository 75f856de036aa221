package agency.steward.changeset;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemException;

/**
 * Thrown by {@link ChangeKind#apply} for a write that took effect but was of no use, and was taken
 * back: everything is as before, for certain.
 */
public final class TakenBackException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /**
   * @param problem why it was of no use
   */
  public TakenBackException(Problem problem) {
    super(problem);
  }
}
