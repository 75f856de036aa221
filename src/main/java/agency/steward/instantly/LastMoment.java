package agency.steward.instantly;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A replica that shuts down closes its connections after a while and gives its share back only
 * then. Calls that would wait for quota that long are refused a little sooner, so that their
 * callers still get an answer.
 */
@ApplicationScoped
class LastMoment {
  private static final Duration TO_ANSWER = Duration.ofSeconds(1);

  private final Instantly instantly;
  private final Duration comesIn;

  LastMoment(
      Instantly instantly,
      @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay,
      @ConfigProperty(name = "quarkus.shutdown.timeout") Optional<Duration> timeout) {
    this.instantly = instantly;
    this.comesIn = delay.orElse(Duration.ZERO).plus(timeout.orElse(Duration.ZERO)).minus(TO_ANSWER);
  }

  void going(@Observes ShutdownDelayInitiatedEvent asked) {
    instantly.dismissIn(comesIn);
  }
}
