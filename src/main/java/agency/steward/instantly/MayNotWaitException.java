package agency.steward.instantly;

/** An event loop was to wait: the same is to be done on a thread that may. */
public final class MayNotWaitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MayNotWaitException() {
    super("An event loop may not wait", null, false, false);
  }
}
