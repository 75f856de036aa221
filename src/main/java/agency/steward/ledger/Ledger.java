package agency.steward.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The one writer of the ledger. An entry commits with the transaction that it records, or not at
 * all.
 */
@ApplicationScoped
public class Ledger {
  /** An entry covers many rows by a digest, never by listing them. */
  static final int MAX_ENTRY_BYTES = 16_384;

  private final TransactionSynchronizationRegistry transaction;
  private final LedgerAppendStore store;
  private final InstantSource clock;

  Ledger(
      TransactionSynchronizationRegistry transaction,
      LedgerAppendStore store,
      InstantSource clock) {
    this.transaction = transaction;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Records this in the running transaction. The entry takes its place in the chain as the last
   * statement before COMMIT, so that business statements never wait for another replica's.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void append(LedgerEntry entry) {
    pending().add(new Appending.Stamped(clock.instant().truncatedTo(ChronoUnit.MICROS), entry));
  }

  private Appending pending() {
    if (transaction.getResource(Appending.class) instanceof Appending appending) {
      return appending;
    }
    var appending = new Appending(store);
    transaction.putResource(Appending.class, appending);
    transaction.registerInterposedSynchronization(appending);
    return appending;
  }
}
