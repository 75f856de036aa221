package agency.steward.access.caller;

import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Says in the log that tokens are refused because the identity provider's keys cannot be fetched.
 * Callers learn no more than 401, and to the operators it would look as if all of them were wrong.
 */
@ApplicationScoped
class KeysAway {
  private static final Duration QUIET = Duration.ofMinutes(1);
  private static final Logger LOG = Logger.getLogger(KeysAway.class);

  private final Clock clock;
  private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

  KeysAway(Clock clock) {
    this.clock = clock;
  }

  void look(ParseException refused) {
    boolean ofKeys = false;
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      ofKeys |= cause instanceof UnresolvableKeyException;
      if (ofKeys && cause instanceof IOException) {
        say(cause);
      }
    }
  }

  private void say(Throwable why) {
    Instant now = clock.instant();
    Instant due = next.get();
    if (!now.isBefore(due) && next.compareAndSet(due, now.plus(QUIET))) {
      LOG.warnf(
          "Tokens are refused, since the identity provider's keys (STEWARD_JWT_JWKS_URL) cannot be"
              + " fetched: %s",
          why);
    }
  }
}
