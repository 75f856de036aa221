package agency.steward.registration.chronicle;

import agency.steward.ledger.Actor;
import java.util.Optional;

/** Who wants something done, and in which request. */
public record Asker(Actor actor, Optional<String> requestId) {
  /** Steward itself: what is done again and again, without a request. */
  public static final Asker STEWARD = new Asker(Actor.STEWARD, Optional.empty());
}
