package agency.steward.problem;

/**
 * The one exception root of the house: a {@link Problem} on its way to whoever answers. The problem
 * says it all; without a cause there is no stack trace, which would be most of what turning
 * somebody away costs.
 */
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.code() + ": " + problem.detail(), null, false, false);
    this.problem = problem;
  }

  public ProblemException(Problem problem, Throwable cause) {
    super(problem.code() + ": " + problem.detail(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
