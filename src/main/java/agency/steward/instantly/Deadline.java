package agency.steward.instantly;

import java.time.Duration;

/** A moment on the monotonic clock after which no answer is wanted any more. */
public record Deadline(long nanos) {

  public static Deadline in(Duration wait) {
    return new Deadline(System.nanoTime() + wait.toNanos());
  }

  /** What is left of it; zero when it has passed. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
  }

  public boolean passed() {
    return nanos - System.nanoTime() <= 0;
  }
}
