package agency.steward.idempotency;

import agency.steward.idempotency.kept.Claim;
import agency.steward.idempotency.kept.UpkeepStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The claims of this process, held for as long as it is alive and working on them. */
@ApplicationScoped
class RunningClaims {
  private final Map<Claim, Instant> running = new ConcurrentHashMap<>();
  private final UpkeepStore store;
  private final InstantSource clock;
  private final Duration lease;

  RunningClaims(UpkeepStore store, IdempotencyConfig config, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.lease = config.lease();
  }

  void begin(Claim claim) {
    running.put(claim, clock.instant());
  }

  void end(Claim claim) {
    running.remove(claim);
  }

  /** Most requests are over long before their lease; only the others cost a statement. */
  void renew() {
    Instant now = clock.instant();
    List<Claim> old =
        running.entrySet().stream()
            .filter(each -> each.getValue().plus(lease.dividedBy(6)).isBefore(now))
            .map(Map.Entry::getKey)
            .toList();
    if (!old.isEmpty()) {
      store.renew(old, now.plus(lease));
    }
  }
}
