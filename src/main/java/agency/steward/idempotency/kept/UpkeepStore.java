package agency.steward.idempotency.kept;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** What is done to many records at once, whoever they are of. */
@ApplicationScoped
public class UpkeepStore {
  private static final String RENEW =
      """
      UPDATE idempotency_record SET claimed_until = ?
      WHERE id = ANY (?) AND ticket = ANY (?) AND status IS NULL
      """;
  private static final String SWEEP =
      """
      DELETE FROM idempotency_record WHERE id IN (
        SELECT id FROM idempotency_record WHERE expires_at <= ? LIMIT ? FOR UPDATE SKIP LOCKED)
      """;

  private final JdbcStore database;

  UpkeepStore(JdbcStore database) {
    this.database = database;
  }

  @Transactional(Transactional.TxType.NEVER)
  public void renew(Collection<Claim> claims, Instant until) {
    database.execute(
        RENEW,
        until,
        claims.stream().map(claim -> claim.id().bytes()).toArray(byte[][]::new),
        claims.stream().map(Claim::ticket).toArray(UUID[]::new));
  }

  /** Removes some of those whose time is over; how many. */
  @Transactional(Transactional.TxType.NEVER)
  public int sweep(Instant now, int atMost) {
    return database.execute(SWEEP, now, atMost);
  }
}
