package agency.steward.ids;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The time as an input; also injectable as {@link java.time.InstantSource}. */
class ClockProducer {

  /** UTC in whole microseconds, which is what PostgreSQL keeps. */
  @Produces
  @Singleton
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  }
}
