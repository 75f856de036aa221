package agency.steward.instantly.pace;

/** Monotonic time, and something to be done then. A test drives it by hand. */
public interface Ticker {

  /** Nanoseconds since whenever. */
  long now();

  /** Runs it once, on any thread, when {@link #now} has reached the moment. */
  void at(long nanos, Runnable run);
}
