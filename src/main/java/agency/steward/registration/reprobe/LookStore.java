package agency.steward.registration.reprobe;

import agency.steward.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Which broken workspaces are due for a check; claiming one postpones its next check. */
@ApplicationScoped
class LookStore {
  /** The spread keeps workspaces that broke together from being checked together for ever. */
  private static final String CLAIM =
      """
      WITH due AS (
        SELECT w.id FROM workspace w LEFT JOIN workspace_look l ON l.workspace_id = w.id
        WHERE w.state IN ('credential_invalid', 'plan_inactive') AND (l.next_at IS NULL OR l.next_at <= :now)
        ORDER BY l.next_at NULLS FIRST LIMIT %d FOR UPDATE OF w SKIP LOCKED)
      INSERT INTO workspace_look AS look (workspace_id, next_at)
      SELECT id, CAST(:now AS timestamptz) + (0.9 + 0.2 * random()) * make_interval(secs => :every) FROM due
      ON CONFLICT (workspace_id) DO UPDATE SET next_at = excluded.next_at WHERE look.next_at <= :now
      RETURNING look.workspace_id
      """;

  private final StatelessSession session;

  LookStore(StatelessSession session) {
    this.session = session;
  }

  @Transactional
  List<WorkspaceId> claim(Instant now, Duration every, int most) {
    return session
        .createNativeQuery(CLAIM.formatted(most), UUID.class)
        .setParameter("now", now)
        .setParameter("every", every.toMillis() / 1000.0)
        .getResultList()
        .stream()
        .map(WorkspaceId::new)
        .toList();
  }
}
