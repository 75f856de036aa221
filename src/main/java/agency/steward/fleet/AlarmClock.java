package agency.steward.fleet;

import agency.steward.instantly.Deadline;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The alarm of the running system: one platform thread, so that a deadline is kept even while the
 * carriers of the virtual threads are busy.
 */
@ApplicationScoped
class AlarmClock implements Alarm {
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().name("fleet-deadline").daemon(true).factory());

  AlarmClock() {
    timer.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Runnable at(Deadline deadline, Runnable ring) {
    Future<?> ringing = timer.schedule(ring, deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    return () -> ringing.cancel(false);
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
  }
}
