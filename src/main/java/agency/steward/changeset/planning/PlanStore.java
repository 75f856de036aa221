package agency.steward.changeset.planning;

import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.SqlStore;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes sets while they are planned. Each step in the caller's transaction. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class PlanStore {
  private static final String CREATE =
      """
      INSERT INTO change_set (id, kind, state, reason, created_by, created_at, bulk, targets, request, created_as,
        apply_when_allowed, undo_of, planner_fence, planner_until)
      VALUES (?, ?, 'planning', ?, ?, ?, true, ?, ?::json, ?, ?, ?, nextval('lease_fence'),
        clock_timestamp() + make_interval(secs => ?))
      RETURNING planner_fence
      """;
  private static final String TAKE_OVER =
      """
      UPDATE change_set SET planner_fence = nextval('lease_fence'), planner_until = clock_timestamp() + make_interval(secs => ?),
        plan_tries = plan_tries + 1
      WHERE id IN (SELECT id FROM change_set WHERE bulk AND state = 'planning' AND planner_until <= clock_timestamp()
        ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED)
      RETURNING id, planner_fence, plan_tries
      """;
  private static final String GO_ON =
      """
      UPDATE change_set SET planner_until = clock_timestamp() + make_interval(secs => ?)
      WHERE id = ? AND planner_fence = ? AND state = 'planning'
      """;
  private static final String AGAIN =
      """
      UPDATE change_set SET planner_fence = nextval('lease_fence') WHERE id = ? RETURNING planner_fence
      """;

  /** Where the same was planned, what is lifted stays so, and needs as many people as before. */
  private static final String FINISH =
      """
      UPDATE change_set SET state = 'planned', digest = ?, planned_at = ?, expires_at = ?, violations = ?::jsonb,
        required_approvals = greatest(?, CASE WHEN digest = ? AND overrides <> '{}' THEN required_approvals END),
        coverage = ?::jsonb, people = ?::jsonb, planner_until = NULL
      WHERE id = ? AND planner_fence = ? AND state = ANY (?)
      """;

  /** As often as it has to be: also where that was before it expired, or while it was planned. */
  private static final String STILL_APPROVED =
      """
      UPDATE change_set s SET state = 'approved' WHERE id = ? AND state = 'planned'
        AND (SELECT count(*) FROM change_set_approval a WHERE a.change_set_id = s.id) >= greatest(1, s.required_approvals)
      """;

  private static final String GIVE_UP =
      """
      UPDATE change_set SET state = 'failed', finished_at = ?, coverage = ?::jsonb, planner_until = NULL
      WHERE id = ? AND planner_fence = ? AND state = 'planning'
      """;

  private final SqlStore database;

  PlanStore(SqlStore database) {
    this.database = database;
  }

  /**
   * Who plans, and the number that the planner of a set must have.
   *
   * @param tries how often it was begun, this time included
   */
  record Claimed(ChangeSetId id, long fence, int tries) {}

  Claimed create(NewSet set, Instant now, Duration lease) {
    return new Claimed(
        set.id(),
        database
            .column(
                CREATE,
                Long.class,
                set.id().value(),
                set.kind(),
                set.reason(),
                set.createdBy(),
                now,
                ids(set.requested()),
                set.requested().json().toString(),
                set.createdAs().toArray(String[]::new),
                set.whenAllowed(),
                set.undoOf().map(ChangeSetId::value),
                lease)
            .getFirst(),
        1);
  }

  private static UUID[] ids(Requested requested) {
    return requested.targets().stream().map(target -> target.value()).toArray(UUID[]::new);
  }

  /** Sets whose planner has died. */
  List<Claimed> takeOver(Duration lease, int most) {
    return database.rows(TAKE_OVER, lease, most).stream()
        .map(row -> new Claimed(new ChangeSetId((UUID) row[0]), (Long) row[1], (Integer) row[2]))
        .toList();
  }

  /** False where somebody else has taken over. */
  boolean goesOn(Claimed claimed, Duration lease) {
    return database.update(GO_ON, lease, claimed.id().value(), claimed.fence()) == 1;
  }

  /** Whoever plans it now comes too late. */
  Claimed again(ChangeSetId id) {
    return new Claimed(id, database.column(AGAIN, Long.class, id.value()).getFirst(), 1);
  }

  /** False where somebody else has planned it meanwhile, or it went on. */
  boolean finish(Claimed claimed, Sealed sealed, Instant now, Instant expires, List<String> from) {
    return database.update(
            FINISH,
            sealed.digest(),
            now,
            expires,
            sealed.violations().toString(),
            sealed.requiredApprovals(),
            sealed.digest(),
            sealed.coverage().toString(),
            sealed.people().toString(),
            claimed.id().value(),
            claimed.fence(),
            from.toArray(String[]::new))
        == 1;
  }

  /** False where somebody else has taken over, or planned it after all. */
  boolean giveUp(Claimed claimed, ObjectNode coverage, Instant now) {
    return database.update(GIVE_UP, now, coverage.toString(), claimed.id().value(), claimed.fence())
        == 1;
  }

  void keepApprovals(ChangeSetId id) {
    database.update(STILL_APPROVED, id.value());
  }

  void forgetApprovals(ChangeSetId id) {
    database.update("DELETE FROM change_set_approval WHERE change_set_id = ?", id.value());
    database.update("UPDATE change_set SET overrides = '{}' WHERE id = ?", id.value());
  }

  /** What is wanted, as it was stored. */
  @Transactional(TxType.SUPPORTS)
  Optional<Stored> find(ChangeSetId id) {
    return database
        .rows(
            "SELECT CAST(request AS text), CAST(array_to_json(targets) AS text) FROM change_set WHERE id = ? AND bulk",
            id.value())
        .stream()
        .map(row -> new Stored((String) row[0], (String) row[1]))
        .findFirst();
  }

  /** As it lies there. */
  record Stored(String request, String targets) {}
}
