package agency.steward.registration.errand;

import agency.steward.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;

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

  private final StatelessSession session;

  ErrandStore(StatelessSession session) {
    this.session = session;
  }

  /** Begins it, or continues it; false if somebody else works on it. */
  @Transactional
  boolean begin(Errand errand, Instant now) {
    return bound(BEGIN, errand).setParameter("now", now).executeUpdate() == 1;
  }

  /** The rest can wait; false if it is no longer this errand. */
  @Transactional(TxType.MANDATORY)
  boolean leave(Errand errand, Instant now) {
    return bound(LEAVE, errand).setParameter("now", now).executeUpdate() == 1;
  }

  /** It is done; false if it is no longer this errand. */
  @Transactional
  boolean end(Errand errand) {
    return bound(END, errand).executeUpdate() == 1;
  }

  /**
   * Takes over errands that were left behind.
   *
   * @param abandoned a process that began one before this moment is believed dead
   * @param rested an errand at rest since before this moment has waited long enough
   */
  @Transactional
  List<Errand> take(Instant abandoned, Instant rested, Instant now, int most) {
    return session
        .createNativeQuery(TAKE.formatted(most), Tuple.class)
        .setParameter("abandoned", abandoned)
        .setParameter("rested", rested)
        .setParameter("now", now)
        .getResultList()
        .stream()
        .map(row -> new Errand(new WorkspaceId(row.get(0, UUID.class)), row.get(1, UUID.class)))
        .toList();
  }

  private MutationQuery bound(String sql, Errand errand) {
    return session
        .createNativeMutationQuery(sql)
        .setParameter("workspace", errand.workspace().value())
        .setParameter("ticket", errand.ticket());
  }
}
