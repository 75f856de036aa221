package agency.steward.sandbox.call;

/** Ends a call with one of Instantly's errors. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String why;

  public Refusal(int status, String message) {
    super(message, null, false, false);
    this.status = status;
    this.why = message;
  }

  public static Refusal notFound() {
    return new Refusal(404, "Resource not found");
  }

  public static Refusal badRequest(String message) {
    return new Refusal(400, message);
  }

  public int status() {
    return status;
  }

  public Answer answer() {
    return Answer.error(status, why);
  }
}
