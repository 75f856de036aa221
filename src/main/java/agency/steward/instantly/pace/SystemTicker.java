package agency.steward.instantly.pace;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** {@link System#nanoTime} and one platform thread, so that busy carriers do not delay turns. */
public final class SystemTicker implements Ticker, AutoCloseable {
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().name("instantly-pacing").daemon(true).factory());

  @Override
  public long now() {
    return System.nanoTime();
  }

  @Override
  public void at(long nanos, Runnable run) {
    if (!timer.isShutdown()) {
      timer.schedule(run, nanos - now(), TimeUnit.NANOSECONDS);
    }
  }

  /** Runs it again and again. */
  public void every(Duration period, Runnable run) {
    timer.scheduleWithFixedDelay(run, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
