package agency.steward.changeset.stored;

import agency.steward.changeset.lease.Lease;
import agency.steward.changeset.plan.Change;
import agency.steward.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes change sets of one row, and of those of many what is written row by row or follows from
 * it; in the caller's transaction.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class ChangeWriteStore {
  private static final String ADD =
      """
      WITH held AS (UPDATE lease SET expires_at = clock_timestamp() + make_interval(secs => ?)
          WHERE workspace_id = ? AND fence = ANY (?) RETURNING fence),
        added AS (INSERT INTO change_set
            (id, kind, state, created_by, created_at, digest, planned_at, expires_at, started_at, finished_at)
          SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz WHERE (SELECT count(*) FROM held) = ? RETURNING id)
      INSERT INTO change (change_set_id, seq, workspace_id, workspace_name, subject, object_id, action, before, after,
        reversibility, effect, lock, intent, result, violations, verified, attempts, found, problem, applied_at, fence, look_at)
      SELECT id, 1, ?, ?, ?, ?, ?, ?::json, ?::json, ?, ?, ?, ?::json, ?, ?::jsonb, ?, ?, ?::jsonb, ?::json,
        ?::timestamptz, ?, ?::timestamptz FROM added
      """;
  private static final String ENDED =
      """
      ended AS (UPDATE change SET result = ?, verified = ?, found = coalesce(?::jsonb, found), problem = ?::json,
          applied_at = ?::timestamptz, look_at = ?::timestamptz
        WHERE change_set_id = ? AND seq = ? AND fence = ? AND result IN ('running', 'unknown') AND look_at IS NOT NULL
        RETURNING change_set_id, seq),
      given AS (DELETE FROM lease WHERE workspace_id = ? AND fence = ANY (?) AND EXISTS (SELECT FROM ended))
      """;
  private static final String END =
      "WITH "
          + ENDED
          + """
          UPDATE change_set SET state = ?, finished_at = ?::timestamptz FROM ended WHERE id = ended.change_set_id
          """;
  private static final String END_OF_MANY =
      "WITH "
          + ENDED
          + """
          UPDATE change_set SET events = events + 1 FROM ended WHERE id = ended.change_set_id
          """;
  private static final String NUMBER =
      """
      UPDATE change SET event = (SELECT events FROM change_set WHERE id = ?) WHERE change_set_id = ? AND seq = ?
      """;

  /** Found by an index: all but one of the lanes of a set end while rows are open. */
  private static final String OPEN =
      "SELECT seq FROM change WHERE change_set_id = ? AND result IN ('pending', 'running') LIMIT 1";

  /** Cancelled is what a cancellation took rows from; else it came too late to change anything. */
  private static final String FINISH =
      """
      UPDATE change_set s SET finished_at = ?, state = CASE WHEN c.dropped > 0 THEN 'cancelled'
          WHEN c.bad = 0 THEN 'succeeded' WHEN c.good = 0 THEN 'failed' ELSE 'partially_succeeded' END
      FROM (SELECT count(*) FILTER (WHERE result IN ('applied', 'already_satisfied')) AS good,
          count(*) FILTER (WHERE result NOT IN ('applied', 'already_satisfied')) AS bad,
          count(*) FILTER (WHERE result = 'cancelled') AS dropped,
          count(*) FILTER (WHERE result IN ('pending', 'running') OR look_at IS NOT NULL) AS open
        FROM change WHERE change_set_id = ?) c
      WHERE s.id = ? AND s.bulk AND s.state IN ('running', 'paused', 'cancelling') AND c.open = 0
      """;

  /** Given back with rows that somebody else has settled since. */
  private static final String LANES_OVER =
      "UPDATE change_lane SET state = 'done' WHERE change_set_id = ? AND state = 'waiting'";

  private static final String INHERIT =
      """
      UPDATE change SET fence = ?, look_at = ?::timestamptz
      WHERE change_set_id = ? AND seq = ? AND result IN ('running', 'unknown') AND look_at IS NOT NULL AND fence < ?
      """;
  private static final String RELEASE =
      """
      UPDATE change SET result = 'pending', problem = NULL
      WHERE change_set_id = ? AND result = 'blocked_guard' AND subject IS NOT NULL AND NOT EXISTS (
        SELECT FROM jsonb_array_elements(violations) v WHERE v ->> 'rule' <> ALL (?) OR v ->> 'overridable' <> 'true')
      """;

  private static final String GONE =
      "UPDATE seen_list SET seen = greatest(0, seen - ?) WHERE workspace_id = ? AND list = ?";

  private static final String COME =
      """
      UPDATE seen_list SET seen = seen + ? WHERE workspace_id = ? AND list = ? AND seen_at < (
        SELECT min(coalesce(c.tried_at, s.started_at)) FROM change c JOIN change_set s ON s.id = c.change_set_id
        WHERE c.change_set_id = ? AND c.seq = ANY (?))
      """;

  private static final Duration EXPIRES = Duration.ofHours(24);

  private final SqlStore database;

  ChangeWriteStore(SqlStore database) {
    this.database = database;
  }

  /**
   * Stores what is about to be done, and holds the leases from now on for that long.
   *
   * @param held the subject's lease first
   * @param lookAt when an heir may look, should nobody have ended it by then
   * @return false where a lease was lost, or another change of the subject is unfinished: then
   *     nothing may be done, and the transaction has to be rolled back
   */
  public boolean begin(Draft draft, List<Lease> held, Duration length, Instant lookAt) {
    return add(draft, RowEnd.of(Result.RUNNING, draft.now()).until(lookAt), held, length);
  }

  /** Stores what is over before it began: already so, or refused. */
  public void addEnded(Draft draft, RowEnd end) {
    if (!add(draft, end, List.of(), Duration.ZERO)) {
      throw new IllegalStateException("a change set of this id exists");
    }
  }

  private boolean add(Draft draft, RowEnd end, List<Lease> held, Duration length) {
    var values = new ArrayList<>();
    values.addAll(List.of(length, draft.workspace().value(), fences(held)));
    values.addAll(set(draft, end));
    values.add(held.size());
    values.addAll(row(draft.change(), draft));
    values.addAll(end(end, held));
    return database.update(ADD, values.toArray()) == 1;
  }

  private static List<Object> set(Draft draft, RowEnd end) {
    return List.of(
        draft.id().value(),
        draft.kind(),
        end.state().wire(),
        draft.by(),
        draft.now(),
        draft.digest(),
        draft.now(),
        draft.now().plus(EXPIRES),
        draft.now(),
        end.finishedAt());
  }

  private static List<Object> row(Change change, Draft draft) {
    return List.of(
        draft.workspace().value(),
        draft.workspaceName(),
        change.subject(),
        change.objectId(),
        change.action(),
        change.before().map(Object::toString),
        change.after().map(Object::toString),
        change.reversibility().wire(),
        change.effect().wire(),
        draft.intent().lock(),
        draft.intent().data().toString());
  }

  private static List<Object> end(RowEnd end, List<Lease> held) {
    return List.of(
        end.result().wire(),
        end.violations().toString(),
        end.verified(),
        end.result() == Result.RUNNING ? 1 : 0,
        end.found().map(Object::toString),
        end.problem().map(Object::toString),
        end.appliedAt(),
        held.isEmpty() ? 0L : held.getFirst().fence(),
        end.lookAt());
  }

  /**
   * Writes down what became of it and gives the leases back.
   *
   * @param held the subject's lease first; its fence must be the row's
   * @return false where an heir has the row now: what comes too late counts for nothing
   */
  public boolean end(ChangeSetId id, RowEnd end, List<Lease> held) {
    var values = ended(id, 1, end, held);
    values.addAll(List.of(end.state().wire(), end.finishedAt()));
    return database.update(END, values.toArray()) == 1;
  }

  /** The same for one row of many; the set is over once none of them is open. */
  public boolean endOfMany(ChangeSetId id, int seq, RowEnd end, List<Lease> held, Instant now) {
    if (database.update(END_OF_MANY, ended(id, seq, end, held).toArray()) != 1) {
      return false;
    }
    database.update(NUMBER, id.value(), id.value(), seq);
    finish(id, now);
    return true;
  }

  private static List<Object> ended(ChangeSetId id, int seq, RowEnd end, List<Lease> held) {
    return new ArrayList<>(
        List.of(
            end.result().wire(),
            end.verified(),
            end.found().map(Object::toString),
            end.problem().map(Object::toString),
            end.appliedAt(),
            end.lookAt(),
            id.value(),
            seq,
            held.getFirst().fence(),
            held.getFirst().workspace().value(),
            fences(held)));
  }

  /** A set of many whose last row has come to its end is over; does nothing before. */
  public void finish(ChangeSetId id, Instant now) {
    if (database.column(OPEN, Integer.class, id.value()).isEmpty()
        && database.update(FINISH, now, id.value(), id.value()) == 1) {
      database.update(LANES_OVER, id.value());
    }
  }

  /**
   * Takes over a row nobody has ended, so that whoever had it before comes too late.
   *
   * @return false where it was ended after all
   */
  public boolean inherit(ChangeSetId id, int seq, Lease lease, Instant nextLook) {
    return database.update(INHERIT, lease.fence(), nextLook, id.value(), seq, lease.fence()) == 1;
  }

  /** Rows that only lifted rules have held back go with the others. */
  public void release(ChangeSetId id) {
    String lifted = "SELECT unnest(overrides) FROM change_set WHERE id = ?";
    List<String> all = database.column(lifted, String.class, id.value());
    if (!all.isEmpty()) {
      database.update(RELEASE, id.value(), all.toArray(String[]::new));
    }
  }

  /** What we took from a list is not missing. */
  public void gone(WorkspaceId workspace, String list, int many) {
    database.update(GONE, many, workspace.value(), list);
  }

  /**
   * What we put into a list is not new. Where the list was seen since that began, it may have been
   * there already: counted twice, it would be missed the next time.
   */
  public void come(WorkspaceId workspace, String list, ChangeSetId set, List<Integer> rows) {
    Integer[] seqs = rows.toArray(Integer[]::new);
    database.update(COME, seqs.length, workspace.value(), list, set.value(), seqs);
  }

  private static Long[] fences(List<Lease> leases) {
    return leases.stream().map(Lease::fence).toArray(Long[]::new);
  }
}
