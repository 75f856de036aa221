package agency.steward.ledger;

import jakarta.transaction.Synchronization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The entries of one transaction, waiting for its end. */
final class Appending implements Synchronization {

  record Stamped(Instant at, LedgerEntry entry) {}

  private final LedgerAppendStore store;
  private final List<Stamped> entries = new ArrayList<>();

  Appending(LedgerAppendStore store) {
    this.store = store;
  }

  void add(Stamped entry) {
    // What cannot be written down must fail where it is said, not at the end of the transaction.
    int size = CanonicalJson.bytes(Link.json(0, entry.at(), entry.entry())).length;
    if (size > Ledger.MAX_ENTRY_BYTES) {
      throw new IllegalArgumentException("a ledger entry of %d bytes is too large".formatted(size));
    }
    entries.add(entry);
  }

  @Override
  public void beforeCompletion() {
    store.append(this::chainedTo);
  }

  private List<Link> chainedTo(Head head) {
    var links = new ArrayList<Link>(entries.size());
    Head last = head;
    for (Stamped stamped : entries) {
      Link link = Link.after(last, stamped.at(), stamped.entry());
      links.add(link);
      last = link.head();
    }
    return links;
  }

  @Override
  public void afterCompletion(int status) {
    // The entries stood or fell with their transaction.
  }
}
