package agency.steward.ledger;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.StatelessSession;

/** Reads the chain; {@link LedgerAppendStore} writes it. */
@ApplicationScoped
class LedgerStore implements PanacheRepositoryBase<LedgerRow, Long> {
  private final StatelessSession reader;

  LedgerStore(StatelessSession reader) {
    this.reader = reader;
  }

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

  /** The number of the youngest entry that is older than this moment; 0 if there is none. */
  long lastBefore(Instant moment) {
    return reader
        .createNativeQuery(
            "SELECT seq FROM ledger_entry WHERE at < :moment ORDER BY at DESC, seq DESC LIMIT 1",
            Long.class)
        .setParameter("moment", moment)
        .getResultStream()
        .findFirst()
        .orElse(0L);
  }

  List<RecordedEntry> matching(LedgerFilter filter, long after, long until, int atMost) {
    LedgerTerms terms = LedgerTerms.of(filter);
    var query =
        reader.createNativeQuery(
            "SELECT seq, entry, hash FROM ledger_entry WHERE seq > :after AND seq <= :until AND "
                + terms.sql()
                + " ORDER BY seq LIMIT "
                + atMost,
            Object[].class);
    query.setParameter("after", after).setParameter("until", until);
    terms.values().forEach(query::setParameter);
    return query.getResultList().stream().map(LedgerStore::recorded).toList();
  }

  private static RecordedEntry recorded(Object[] row) {
    return new RecordedEntry(
        ((Number) row[0]).longValue(), (byte[]) row[1], new Hash((byte[]) row[2]).toString());
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
