package agency.steward.changeset.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Really waits. On a virtual thread it costs nothing. */
@ApplicationScoped
class ThreadSleeper implements Sleeper {

  @Override
  public void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopping) {
      // Who is waiting here has written something and goes on to find out what became of it.
      Thread.currentThread().interrupt();
    }
  }
}
