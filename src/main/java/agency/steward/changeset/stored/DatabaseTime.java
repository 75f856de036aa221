package agency.steward.changeset.stored;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * The time by the database's clock, for what one replica begins and another ends: whoever sets the
 * clock of a machine makes nothing older. Between two questions it goes on by the monotonic clock,
 * also while the database is away.
 */
@ApplicationScoped
public class DatabaseTime {
  private static final Logger LOG = Logger.getLogger(DatabaseTime.class);
  private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

  private final SqlStore database;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile Optional<Reading> last = Optional.empty();

  DatabaseTime(SqlStore database) {
    this.database = database;
  }

  /** What it said, and when that was asked. */
  private record Reading(Instant said, long nanos) {

    Duration age() {
      return Duration.ofNanos(System.nanoTime() - nanos);
    }

    Instant now() {
      return said.plus(age()).truncatedTo(ChronoUnit.MICROS);
    }
  }

  /** In whole microseconds, which is what PostgreSQL keeps; throws where it was never asked. */
  public Instant now() {
    return last.map(this::renewed).orElseGet(this::asked).now();
  }

  /** One asks, the others do not wait for that. */
  private Reading renewed(Reading reading) {
    if (reading.age().compareTo(ASK_AGAIN) < 0 || !asking.compareAndSet(false, true)) {
      return reading;
    }
    try {
      return asked();
    } catch (RuntimeException away) {
      LOG.debugf("The database does not say what time it is: %s", away.getMessage());
      return reading;
    } finally {
      asking.set(false);
    }
  }

  private Reading asked() {
    String sql = "SELECT clock_timestamp()";
    Instant said = database.column(sql, OffsetDateTime.class).getFirst().toInstant();
    Reading reading = new Reading(said, System.nanoTime());
    last = Optional.of(reading);
    return reading;
  }
}
