package agency.steward.credential.vault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Whether it is worth asking. After three questions in a row without an answer only one in five
 * seconds is let through, until one is answered; nobody else waits for a Vault that is away.
 */
final class Circuit {
  private static final int ENOUGH = 3;
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final InstantSource clock;
  private int unanswered;
  private Instant next = Instant.MIN;

  Circuit(InstantSource clock) {
    this.clock = clock;
  }

  /** Whoever is let through while it is broken is the one that tries for all. */
  synchronized boolean letsThrough() {
    if (unanswered < ENOUGH) {
      return true;
    }
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return false;
    }
    next = now.plus(PAUSE);
    return true;
  }

  synchronized boolean isBroken() {
    return unanswered >= ENOUGH;
  }

  /** Says whether Vault was taken for broken until now. */
  synchronized boolean answered() {
    boolean wasBroken = isBroken();
    unanswered = 0;
    return wasBroken;
  }

  /** Says whether Vault is taken for broken from now on. */
  synchronized boolean unanswered() {
    unanswered++;
    next = clock.instant().plus(PAUSE);
    return unanswered == ENOUGH;
  }
}
