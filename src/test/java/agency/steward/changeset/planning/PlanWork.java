package agency.steward.changeset.planning;

import static org.awaitility.Awaitility.await;

import agency.steward.changeset.stored.SqlStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Lets replicas die while they plan. */
@ApplicationScoped
public class PlanWork {
  private static final String AWAY =
      """
      UPDATE change_set SET state = 'planning', digest = NULL, planned_at = NULL, expires_at = NULL, required_approvals = 0,
        violations = '[]', coverage = NULL, people = NULL, planner_until = now() - interval '1 second'
      WHERE id = ? AND state = 'planned'
      """;

  private final PlanRuns runs;
  private final SqlStore database;

  PlanWork(PlanRuns runs, SqlStore database) {
    this.runs = runs;
    this.database = database;
  }

  /** As if it had died before the plan was stored: nothing of that is there. */
  public void plannerDies(String set) {
    UUID id = UUID.fromString(set);
    QuarkusTransaction.requiringNew()
        .run(() -> {
          if (database.update(AWAY, id) == 1) {
            database.update("DELETE FROM change WHERE change_set_id = ?", id);
          }
        });
  }

  /** Others plan what is left, and have done so. */
  public void inherited() {
    runs.inherit();
    await().until(() -> open() == 0);
  }

  private long open() {
    return QuarkusTransaction.requiringNew()
        .call(() ->
            database
                .column(
                    "SELECT count(*) FROM change_set WHERE bulk AND state = 'planning'", Long.class)
                .getFirst());
  }
}
