package agency.steward.load;

import agency.steward.instantly.pace.Party;
import agency.steward.instantly.pace.Turnstile;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lists have half of the connections to the database, so that they never keep anything else from
 * getting one; who lists much waits for those who list little.
 */
@ApplicationScoped
class ListTurns {
  private static final String WHAT = "list";

  private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
  private final int places;
  private final Duration within;
  private final Turnstile turnstile;
  private final MeterRegistry meters;

  ListTurns(
      @ConfigProperty(name = "quarkus.datasource.jdbc.max-size", defaultValue = "50")
          int connections,
      LoadConfig config,
      MeterRegistry meters) {
    this.places = Math.max(1, connections / 2);
    this.within = config.listTurnWithin();
    this.turnstile = new Turnstile(places);
    this.meters = meters;
    meters.gauge("steward.load.taken", Tags.of("what", WHAT), turnstile, Turnstile::inside);
    meters.gauge("steward.load.waiting", Tags.of("what", WHAT), turnstile, Turnstile::waiting);
  }

  /** A turn, until it is closed. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  /** Throws {@code RATE_LIMITED} or {@code OVERLOADED} where it does not come in time. */
  Turn take() throws InterruptedException {
    String who = Party.current();
    underWay.merge(who, 1, Integer::sum);
    boolean in = false;
    try {
      in = turnstile.enter(who, within.toNanos());
      if (!in) {
        throw refused(underWay.getOrDefault(who, 0) > places);
      }
    } finally {
      if (!in) {
        gone(who);
      }
    }
    return () -> {
      turnstile.leave();
      gone(who);
    };
  }

  private void gone(String who) {
    underWay.computeIfPresent(who, (_, own) -> own == 1 ? null : own - 1);
  }

  /** Whoever has more under way than there are places waits for themselves. */
  private ProblemException refused(boolean own) {
    Refusal why = own ? Refusal.OWN_SHARE : Refusal.FULL;
    meters.counter("steward.load.refused", "what", WHAT, "why", Spaces.tag(why)).increment();
    return (own
            ? Problem.of(
                ProblemCode.RATE_LIMITED,
                "You have more lists under way than the %d that are read at a time here. Wait for some of yours to end."
                    .formatted(places))
            : Problem.of(
                ProblemCode.OVERLOADED,
                "Others have all of the %d lists under way that are read at a time here. Try again a little later."
                    .formatted(places)))
        .after(Duration.ofSeconds(own ? 1 : 2))
        .thrown();
  }
}
