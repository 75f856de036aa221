package agency.steward.load;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose tokens were verified lately, so that somebody who sends too much can be turned away cheaply
 * at the door. It lets nobody in: whether a token is valid is decided later.
 */
@ApplicationScoped
class KnownTokens {
  private static final int MOST = 10_000;

  private record Owner(String principal, Instant until) {}

  private final Map<String, Owner> owners = new ConcurrentHashMap<>();
  private final InstantSource clock;

  KnownTokens(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * @param header {@code Authorization}, as it was sent
   */
  Optional<String> owner(String header) {
    return Optional.ofNullable(owners.get(header))
        .filter(owner -> clock.instant().isBefore(owner.until()))
        .map(Owner::principal);
  }

  void verified(String header, String principal, Instant until) {
    if (owners.size() >= MOST) {
      owners.clear();
    }
    owners.put(header, new Owner(principal, until));
  }
}
