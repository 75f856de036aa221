package agency.steward.ledger;

import jakarta.transaction.Synchronization;
import java.time.Instant;

/** Writes nothing: what the ledger costs is the difference. On the class path of row P17 only. */
final class Appending implements Synchronization {

  record Stamped(Instant at, LedgerEntry entry) {}

  Appending(LedgerAppendStore store) {}

  void add(Stamped entry) {}

  @Override
  public void beforeCompletion() {}

  @Override
  public void afterCompletion(int status) {}
}
