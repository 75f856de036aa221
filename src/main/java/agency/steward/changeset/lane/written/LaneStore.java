package agency.steward.changeset.lane.written;

import agency.steward.changeset.lane.Lane;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.SqlStore;
import agency.steward.instantly.Deadline;
import agency.steward.neighbour.Neighbours;
import agency.steward.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who works in which lane, by the database's own clock. */
@ApplicationScoped
@Transactional
public class LaneStore {
  /**
   * In a workspace the set that was started first comes first; one that is held stands in nobody's
   * way. Lanes whose holder has died come before all others, and what it has held is its heir's,
   * who would wait for it otherwise. Who stands in the way is looked for lane by lane, among those
   * of its workspace that are not done: all against all takes a fifth of a second for a thousand.
   */
  private static final String CLAIM =
      """
      WITH free AS (
        SELECT l.change_set_id, l.workspace_id, l.fence FROM change_lane l JOIN change_set s ON s.id = l.change_set_id
        WHERE l.state <> 'done' AND (l.state = 'waiting' AND s.state = 'running' AND l.due_at <= clock_timestamp()
              OR l.state = 'running' AND l.expires_at <= clock_timestamp())
          AND NOT EXISTS (SELECT FROM change_lane o JOIN change_set os ON os.id = o.change_set_id
            WHERE o.workspace_id = l.workspace_id AND o.state <> 'done' AND o.change_set_id <> l.change_set_id
              AND (o.state = 'running' OR o.state = 'waiting' AND os.state = 'running'
                AND l.state = 'waiting' AND (o.queued_at, o.change_set_id) < (l.queued_at, l.change_set_id)) OFFSET 0)
        ORDER BY l.state, l.queued_at LIMIT ? FOR UPDATE OF l SKIP LOCKED),
      claimed AS (
        UPDATE change_lane l SET state = 'running', fence = nextval('lease_fence'),
          process = ?, expires_at = clock_timestamp() + make_interval(secs => ?)
        FROM free WHERE l.change_set_id = free.change_set_id AND l.workspace_id = free.workspace_id
        RETURNING l.change_set_id, l.workspace_id, l.fence, l.tries, free.fence AS before),
      inherited AS (
        UPDATE lease SET fence = claimed.fence FROM claimed
        WHERE lease.workspace_id = claimed.workspace_id AND lease.fence = claimed.before)
      SELECT change_set_id, workspace_id, fence, tries, before FROM claimed
      """;

  /** Locked in an order, as those who write rows lock them. */
  private static final String PROLONG =
      """
      UPDATE change_lane SET expires_at = clock_timestamp() + make_interval(secs => ?)
      WHERE (change_set_id, workspace_id) IN (SELECT change_set_id, workspace_id FROM change_lane
        WHERE state = 'running' AND fence = ANY (?) ORDER BY change_set_id, workspace_id FOR NO KEY UPDATE)
      RETURNING fence
      """;

  /**
   * Only those that have lasted half their time, and that nobody begins or gives back just now: who
   * does holds the lane too, and must not be waited for here.
   */
  private static final String PROLONG_GROUNDS =
      """
      UPDATE lease SET expires_at = clock_timestamp() + make_interval(secs => ?)
      WHERE (workspace_id, name) IN (SELECT workspace_id, name FROM lease
        WHERE fence = ANY (?) AND expires_at > clock_timestamp() AND expires_at < clock_timestamp() + make_interval(secs => ?)
        FOR UPDATE SKIP LOCKED)
      """;

  private static final String GIVE_BACK =
      """
      WITH left_open AS (UPDATE change SET look_at = ?
        WHERE workspace_id = ? AND change_set_id = ? AND result = 'running' AND look_at IS NULL)
      UPDATE change_lane mine SET state = CASE WHEN ? THEN 'done' ELSE 'waiting' END,
        due_at = clock_timestamp() + make_interval(secs => ?), tries = ?
      WHERE workspace_id = ? AND change_set_id = ? AND fence = ? AND state = 'running'
      RETURNING EXISTS (SELECT FROM change_lane o WHERE o.change_set_id = mine.change_set_id AND o.state = 'running'
        AND o.workspace_id <> mine.workspace_id)
      """;

  private static final String ANY_OPEN =
      "SELECT EXISTS (SELECT FROM change_lane WHERE state <> 'done')";

  private static final String HOLDERS =
      "SELECT DISTINCT process FROM change_lane WHERE state = 'running' AND process <> ''";

  private static final String CUT_SHORT =
      """
      UPDATE change_lane SET expires_at = least(expires_at, clock_timestamp() + make_interval(secs => ?))
      WHERE state = 'running' AND process = ANY (?)
      """;

  private final SqlStore database;
  private final String self = Neighbours.ofThisMachine().self();

  LaneStore(SqlStore database) {
    this.database = database;
  }

  /**
   * @param until when they end by the monotonic clock, counted from before this was called
   */
  public List<Lane> claim(Deadline until, Duration lease, int most) {
    return database.rows(CLAIM, most, self, lease).stream()
        .map(row ->
            new Lane(
                new ChangeSetId((UUID) row[0]),
                new WorkspaceId((UUID) row[1]),
                (Long) row[2],
                (Integer) row[3],
                (Long) row[4] > 0,
                until))
        .toList();
  }

  /** Those that are still theirs. */
  public Set<Long> prolong(Collection<Lane> lanes, Duration lease, Duration grounds) {
    Long[] fences = lanes.stream().map(Lane::fence).toArray(Long[]::new);
    List<Long> ours = database.column(PROLONG, Long.class, lease, fences);
    database.update(PROLONG_GROUNDS, grounds, ours.toArray(Long[]::new), grounds.dividedBy(2));
    return Set.copyOf(ours);
  }

  /** Whether any lane is not done, whoever runs it. */
  public boolean isAnyOpen() {
    return database.column(ANY_OPEN, Boolean.class).contains(true);
  }

  /** The processes that run lanes, as their neighbours know them. */
  public List<String> holders() {
    return database.column(HOLDERS, String.class);
  }

  /** Lets the lanes of processes that have ended be free within that time. */
  public void cutShort(List<String> ended, Duration time) {
    database.update(CUT_SHORT, time, ended.toArray(String[]::new));
  }

  /**
   * Rows that it leaves open are to be looked at by whoever looks.
   *
   * @param lookAt when that is
   * @param done whether no row is left
   * @param pause before somebody takes it again
   * @return whether it was the last lane of its set that anybody runs now
   */
  public boolean giveBack(Lane lane, Instant lookAt, boolean done, Duration pause, int tries) {
    UUID workspace = lane.workspace().value();
    UUID set = lane.set().value();
    return database
        .column(
            GIVE_BACK,
            Boolean.class,
            lookAt,
            workspace,
            set,
            done,
            pause,
            tries,
            workspace,
            set,
            lane.fence())
        .contains(false);
  }
}
