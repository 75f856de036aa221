package agency.steward.ledger;

import agency.steward.sql.Query;
import agency.steward.sql.QueryStore;
import agency.steward.sql.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads the chain; {@link LedgerAppendStore} writes it. */
@ApplicationScoped
class LedgerStore {
  private final QueryStore database;

  LedgerStore(QueryStore database) {
    this.database = database;
  }

  /** What is read from here on is of one moment, while others append. First statement only. */
  void freezeView() {
    database.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY").update();
  }

  Head head() {
    return database
        .query("SELECT seq, hash FROM ledger_head")
        .first(row -> new Head(row.number("seq"), hash(row)))
        .orElseThrow();
  }

  /** The number of the youngest entry that is older than this moment; 0 if there is none. */
  long lastBefore(Instant moment) {
    return database
        .query("SELECT seq FROM ledger_entry WHERE at < :moment ORDER BY at DESC, seq DESC LIMIT 1")
        .set("moment", moment)
        .first(row -> row.number("seq"))
        .orElse(0L);
  }

  List<RecordedEntry> matching(LedgerFilter filter, long after, long until, int atMost) {
    LedgerTerms terms = LedgerTerms.of(filter);
    Query query =
        database.query(
            "SELECT seq, entry, hash FROM ledger_entry WHERE seq > :after AND seq <= :until AND "
                + terms.sql()
                + " ORDER BY seq LIMIT "
                + atMost);
    query.set("after", after).set("until", until).setAll(terms.values());
    return query.list(LedgerStore::recorded);
  }

  private static RecordedEntry recorded(Row row) {
    return new RecordedEntry(
        row.number("seq"), row.get("entry", byte[].class), hash(row).toString());
  }

  List<Link> after(long seq, int atMost) {
    return database
        .query("SELECT * FROM ledger_entry WHERE seq > :seq ORDER BY seq LIMIT " + atMost)
        .set("seq", seq)
        .list(LedgerStore::link);
  }

  private static Link link(Row row) {
    return new Link(
        row.number("seq"),
        row.get("at", Instant.class),
        row.get("principal", String.class),
        row.get("action", String.class),
        row.find("workspace_id", UUID.class),
        row.find("change_set_id", UUID.class),
        row.get("entry", byte[].class),
        hash(row));
  }

  private static Hash hash(Row row) {
    return new Hash(row.get("hash", byte[].class));
  }
}
