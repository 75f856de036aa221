package agency.steward.instantly;

import java.time.Duration;

/** A moment on the monotonic clock after which no answer is wanted any more. */
public record Deadline(long nanos) {

  public static Deadline in(Duration wait) {
    return new Deadline(System.nanoTime() + wait.toNanos());
  }

  /** So long after that moment. */
  public static Deadline after(long moment, Duration wait) {
    return new Deadline(moment + wait.toNanos());
  }

  /** What is left of it; zero when it has passed. */
  public Duration left() {
    return left(System.nanoTime());
  }

  public Duration left(long now) {
    return Duration.ofNanos(Math.max(0, nanos - now));
  }

  public boolean passed() {
    return passed(System.nanoTime());
  }

  public boolean passed(long now) {
    return nanos - now <= 0;
  }
}
