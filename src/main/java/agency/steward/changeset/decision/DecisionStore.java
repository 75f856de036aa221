package agency.steward.changeset.decision;

import agency.steward.changeset.guard.SetRules;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.ChangeSetStore;
import agency.steward.changeset.stored.SqlStore;
import agency.steward.changeset.stored.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Moves sets from state to state, each step in the caller's transaction. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class DecisionStore {
  private static final String LOCK =
      "SELECT state FROM change_set WHERE id = ? AND bulk FOR UPDATE";
  private static final String APPROVE =
      """
      INSERT INTO change_set_approval AS given (change_set_id, principal, at, digest, overrides, reason)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (change_set_id, principal) DO UPDATE SET
        overrides = given.overrides || ARRAY(SELECT rule FROM unnest(excluded.overrides) rule WHERE rule <> ALL (given.overrides)),
        reason = coalesce(excluded.reason, given.reason), digest = excluded.digest
      """;
  private static final String COUNT_UP =
      """
      UPDATE change_set s SET overrides = ARRAY(SELECT DISTINCT unnest(s.overrides || ?)), required_approvals = needed,
        state = CASE WHEN s.state = 'planned' AND (SELECT count(*) FROM change_set_approval a WHERE a.change_set_id = s.id) >= needed
          THEN 'approved' ELSE s.state END
      FROM (SELECT CAST(? AS integer) AS needed) needs WHERE id = ?
      """;

  /**
   * Risky rows of each target, also of those that have been made by now; and all targets that were
   * read.
   */
  private static final String TALLIES =
      """
      SELECT coalesce(risky.name, ''), coalesce(seen.people, 0), coalesce(risky.seqs, '')
      FROM (SELECT key::uuid AS workspace_id, value::integer AS people
          FROM change_set, jsonb_each_text(coalesce(people, '{}')) WHERE id = ?) seen
        FULL JOIN (SELECT workspace_id, min(workspace_name) AS name, string_agg(seq::text, ',' ORDER BY seq) AS seqs
          FROM change WHERE change_set_id = ? AND effect = 'reduces' AND result <> 'already_satisfied'
          GROUP BY workspace_id) risky USING (workspace_id)
      ORDER BY workspace_id
      """;

  /** Not those of which every row was begun: they end by themselves. */
  private static final String UNFROZEN =
      """
      SELECT id FROM change_set s WHERE bulk AND state = 'running' AND ? <> ALL (overrides)
        AND EXISTS (SELECT FROM change c WHERE c.change_set_id = s.id AND c.result = 'pending')
      ORDER BY id FOR UPDATE
      """;

  /** Cancelled, with rows that came back unsent afterwards: nobody begins them any more. */
  private static final String STRANDED =
      """
      SELECT id FROM change_set s WHERE bulk AND state = 'cancelling'
        AND EXISTS (SELECT FROM change c WHERE c.change_set_id = s.id AND c.result = 'pending')
      ORDER BY id FOR UPDATE
      """;

  /** Approved as often as they have to be, which is what usually keeps them. */
  private static final String WAITING =
      """
      SELECT id FROM change_set s WHERE bulk AND apply_when_allowed AND state IN ('planned', 'approved')
        AND expires_at > ? AND required_approvals <= (SELECT count(*) FROM change_set_approval a WHERE a.change_set_id = s.id)
      ORDER BY id
      """;

  private static final String MOVE = "UPDATE change_set SET state = ? WHERE id = ?";
  private static final String BEGIN =
      "UPDATE change_set SET state = 'running', started_at = ? WHERE id = ?";
  private static final String LANES =
      """
      INSERT INTO change_lane (change_set_id, workspace_id, queued_at, due_at)
      SELECT DISTINCT change_set_id, workspace_id, statement_timestamp(), statement_timestamp() FROM change
      WHERE change_set_id = ? AND result = 'pending'
      """;
  private static final String END = "UPDATE change_set SET state = ?, finished_at = ? WHERE id = ?";
  private static final String CANCEL_ROWS =
      """
      WITH mine AS (SELECT seq FROM change WHERE change_set_id = ? AND result = 'pending' ORDER BY seq FOR UPDATE),
        dropped AS (SELECT seq, row_number() OVER (ORDER BY seq) AS nth FROM mine),
        numbered AS (UPDATE change_set SET events = events + (SELECT count(*) FROM mine) WHERE id = ?
          RETURNING events - (SELECT count(*) FROM mine) AS base)
      UPDATE change c SET result = 'cancelled', event = numbered.base + dropped.nth
      FROM dropped, numbered WHERE c.change_set_id = ? AND c.seq = dropped.seq
      """;
  private static final String CANCEL_LANES =
      "UPDATE change_lane SET state = 'done' WHERE change_set_id = ? AND state = 'waiting'";
  private static final String EXPIRE =
      """
      UPDATE change_set SET state = 'expired' WHERE bulk AND state IN ('planned', 'approved') AND expires_at <= ?
      """;

  private final SqlStore database;
  private final ChangeSetStore sets;

  DecisionStore(SqlStore database, ChangeSetStore sets) {
    this.database = database;
    this.sets = sets;
  }

  /** As it is now; nobody moves it until the transaction ends. */
  ChangeSet locked(ChangeSetId id) {
    if (database.column(LOCK, String.class, id.value()).isEmpty()) {
      throw new IllegalStateException("only a set of many rows is decided");
    }
    return sets.find(id).orElseThrow();
  }

  /** The same for somebody who decides by what they have read. */
  ChangeSet locked(ChangeSetId id, Decider decider) {
    ChangeSet set = locked(id);
    decider.asRead().accept(set);
    return set;
  }

  void approve(
      ChangeSetId id,
      String principal,
      Instant now,
      String digest,
      List<String> overrides,
      Optional<String> reason,
      int needed) {
    String[] rules = overrides.stream().distinct().toArray(String[]::new);
    database.update(APPROVE, id.value(), principal, now, digest, rules, reason);
    database.update(COUNT_UP, rules, needed, id.value());
  }

  /** What the rules for the whole set count. */
  List<SetRules.Tally> tallies(ChangeSetId id) {
    return database.rows(TALLIES, id.value(), id.value()).stream()
        .map(row -> new SetRules.Tally((String) row[0], (Integer) row[1], seqs((String) row[2])))
        .toList();
  }

  private static List<Integer> seqs(String joined) {
    return joined.isEmpty()
        ? List.of()
        : Stream.of(joined.split(",", -1)).map(Integer::valueOf).toList();
  }

  /** Those that are going, and would begin rows for which nobody has lifted the rule. */
  List<ChangeSetId> unfrozen() {
    return database.column(UNFROZEN, UUID.class, SetRules.FREEZE_WINDOW).stream()
        .map(ChangeSetId::new)
        .toList();
  }

  /** Those that would never be over: they wait for rows that are not made any more. */
  List<ChangeSetId> stranded() {
    return database.column(STRANDED, UUID.class).stream().map(ChangeSetId::new).toList();
  }

  /** Those that shall go by themselves, and have what approvals they need. */
  List<ChangeSetId> waiting(Instant now) {
    return database.column(WAITING, UUID.class, now).stream().map(ChangeSetId::new).toList();
  }

  void move(ChangeSetId id, State to) {
    database.update(MOVE, to.wire(), id.value());
  }

  /** From here on its rows are made, workspace by workspace. */
  void begin(ChangeSetId id, Instant now) {
    database.update(BEGIN, now, id.value());
    database.update(LANES, id.value());
  }

  void end(ChangeSetId id, State as, Instant now) {
    database.update(END, as.wire(), now, id.value());
    cancelRows(id);
  }

  /** Rows that nobody has begun; those in flight finish. */
  void cancelRows(ChangeSetId id) {
    database.update(CANCEL_ROWS, id.value(), id.value(), id.value());
    database.update(CANCEL_LANES, id.value());
  }

  /** Those that have begun and are not over. */
  List<ChangeSetId> going() {
    String sql =
        "SELECT id FROM change_set WHERE bulk AND state IN ('running', 'paused', 'cancelling')";
    return database.column(sql, UUID.class).stream().map(ChangeSetId::new).toList();
  }

  /** Plans that are too old by now. */
  void expire(Instant now) {
    database.update(EXPIRE, now);
  }
}
