package agency.steward.instantly;

/** Thrown where an event loop would have to wait; the work has to be done on a thread instead. */
public final class MayNotWaitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MayNotWaitException() {
    super("An event loop may not wait", null, false, false);
  }
}
