package agency.steward.registration.errand;

import agency.steward.sql.Query;
import agency.steward.sql.QueryStore;
import agency.steward.sql.Row;
import agency.steward.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table of errands. Each operation is one statement that says whether it hit its row. */
@ApplicationScoped
class ErrandStore {
  private static final String BEGIN =
      """
      INSERT INTO custody_errand (workspace_id, ticket, begun_at, under_way) VALUES (:workspace, :ticket, :now, true)
      ON CONFLICT (workspace_id) DO UPDATE SET ticket = :ticket, begun_at = :now, under_way = true
      WHERE NOT custody_errand.under_way OR custody_errand.ticket = :ticket
      """;
  private static final String LEAVE =
      """
      UPDATE custody_errand SET under_way = false, begun_at = :now
      WHERE workspace_id = :workspace AND ticket = :ticket
      """;
  private static final String END =
      "DELETE FROM custody_errand WHERE workspace_id = :workspace AND ticket = :ticket";
  private static final String TAKE =
      """
      WITH due AS (
        SELECT workspace_id FROM custody_errand
        WHERE begun_at < CASE WHEN under_way THEN CAST(:abandoned AS timestamptz) ELSE CAST(:rested AS timestamptz) END
        ORDER BY begun_at LIMIT %d FOR UPDATE SKIP LOCKED)
      UPDATE custody_errand SET ticket = gen_random_uuid(), begun_at = :now, under_way = true
      FROM due WHERE custody_errand.workspace_id = due.workspace_id
      RETURNING custody_errand.workspace_id, custody_errand.ticket
      """;

  private final QueryStore database;

  ErrandStore(QueryStore database) {
    this.database = database;
  }

  /** Begins it, or goes on with it; false where somebody else is at it. */
  @Transactional
  boolean begin(Errand errand, Instant now) {
    return bound(BEGIN, errand).set("now", now).update() == 1;
  }

  /** What is left to do can wait; false where it is no longer this errand. */
  @Transactional(TxType.MANDATORY)
  boolean leave(Errand errand, Instant now) {
    return bound(LEAVE, errand).set("now", now).update() == 1;
  }

  /** It is done; false where it is no longer this errand. */
  @Transactional
  boolean end(Errand errand) {
    return bound(END, errand).update() == 1;
  }

  /**
   * Takes over what lies around.
   *
   * @param abandoned whoever began one before that is believed dead
   * @param rested what was left before that has waited long enough
   */
  @Transactional
  List<Errand> take(Instant abandoned, Instant rested, Instant now, int most) {
    return database
        .query(TAKE.formatted(most))
        .set("abandoned", abandoned)
        .set("rested", rested)
        .set("now", now)
        .list(ErrandStore::errand);
  }

  private static Errand errand(Row row) {
    return new Errand(
        new WorkspaceId(row.get("workspace_id", UUID.class)), row.get("ticket", UUID.class));
  }

  private Query bound(String sql, Errand errand) {
    return database
        .query(sql)
        .set("workspace", errand.workspace().value())
        .set("ticket", errand.ticket());
  }
}
