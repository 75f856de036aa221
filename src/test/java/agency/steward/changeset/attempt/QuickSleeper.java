package agency.steward.changeset.attempt;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** In tests a long wait is over at once; it only lets others have their turn. */
@Mock
@ApplicationScoped
class QuickSleeper implements Sleeper {

  @Override
  public void sleep(Duration time) {
    LockSupport.parkNanos(Math.min(time.toNanos(), 10_000_000));
  }
}
