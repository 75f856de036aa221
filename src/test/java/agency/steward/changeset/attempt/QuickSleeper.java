package agency.steward.changeset.attempt;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** In tests a long wait is over at once; it only lets others have their turn. */
@Mock
@ApplicationScoped
public class QuickSleeper implements Sleeper {
  private static final Runnable NOTHING = () -> {};

  private final AtomicReference<Runnable> next = new AtomicReference<>(NOTHING);

  /** Happens while somebody waits for the next time. */
  public void meanwhile(Runnable once) {
    next.set(once);
  }

  @Override
  public void sleep(Duration time) {
    next.getAndSet(NOTHING).run();
    LockSupport.parkNanos(Math.min(time.toNanos(), 10_000_000));
  }
}
