package agency.steward.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;

/** Reads entries in the order of the chain. */
@ApplicationScoped
public class LedgerReader {
  /**
   * Entries stand in the order of commits but carry the moment when they were said, so the order of
   * moments differs from that of the chain by the length of a transaction; never by this much.
   */
  private static final Duration LONGEST_TRANSACTION = Duration.ofHours(1);

  private final LedgerStore store;

  LedgerReader(LedgerStore store) {
    this.store = store;
  }

  /** The number of the last entry; 0 while there is none. */
  @Transactional
  public long last() {
    return store.head().seq();
  }

  /** At most this many of those the filter picks, behind this entry and not behind that one. */
  @Transactional
  public List<RecordedEntry> between(LedgerFilter filter, long after, long until, int atMost) {
    long first =
        filter.since().map(since -> store.lastBefore(since.minus(LONGEST_TRANSACTION))).orElse(0L);
    return store.matching(filter, Math.max(after, first), until, atMost);
  }
}
