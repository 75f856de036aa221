package agency.steward.ledger;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the chain; {@link LedgerAppendStore} writes it. */
@ApplicationScoped
class LedgerStore implements PanacheRepositoryBase<LedgerRow, Long> {

  /** What is read from here on is of one moment, while others append. First statement only. */
  void freezeView() {
    getEntityManager()
        .createNativeQuery("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        .executeUpdate();
  }

  Head head() {
    var row =
        (Object[])
            getEntityManager()
                .createNativeQuery("SELECT seq, hash FROM ledger_head")
                .getSingleResult();
    return new Head(((Number) row[0]).longValue(), new Hash((byte[]) row[1]));
  }

  /** Keeps nothing of what was read, so that a long chain fits in memory. */
  List<Link> after(long seq, int atMost) {
    List<Link> links =
        find("seq > ?1", Sort.by("seq"), seq).page(Page.ofSize(atMost)).stream()
            .map(LedgerRow::link)
            .toList();
    getEntityManager().clear();
    return links;
  }
}
