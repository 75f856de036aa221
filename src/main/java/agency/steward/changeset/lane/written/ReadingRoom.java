package agency.steward.changeset.lane.written;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets few lanes at a time read from the database. A hundred that begin together would take as many
 * connections: on each of them every statement has to be prepared anew, and one that was idle is
 * looked at before it is used.
 */
@ApplicationScoped
public class ReadingRoom {
  private static final int SEATS = 2;

  private final Semaphore seats = new Semaphore(SEATS, true);

  public <T> T read(Supplier<T> work) {
    seats.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      seats.release();
    }
  }
}
