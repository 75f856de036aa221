package agency.steward.idempotency.kept;

import java.time.Instant;
import java.util.Optional;

/**
 * A record that was there already.
 *
 * @param claim of whoever has or had it
 * @param request the digest of the request that came first
 * @param answer absent while it runs, and after a crash
 * @param settled whether the answer is final
 */
public record Known(
    Claim claim,
    Digest request,
    Instant claimedUntil,
    Optional<Intent> intent,
    Optional<Answer> answer,
    boolean settled) {

  public boolean isRunning(Instant now) {
    return answer.isEmpty() && claimedUntil.isAfter(now);
  }
}
