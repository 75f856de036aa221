package agency.steward.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Looks through the whole chain, page by page. */
@ApplicationScoped
public class LedgerVerifier {
  private static final int PAGE = 1_000;

  private final LedgerStore store;

  LedgerVerifier(LedgerStore store) {
    this.store = store;
  }

  @Transactional
  public Verification verify() {
    store.freezeView();
    return Chain.verify(links(), store.head());
  }

  private Iterator<Link> links() {
    return Stream.iterate(page(0), page -> !page.isEmpty(), page -> page(page.getLast().seq()))
        .flatMap(List::stream)
        .iterator();
  }

  private List<Link> page(long after) {
    return store.after(after, PAGE);
  }
}
