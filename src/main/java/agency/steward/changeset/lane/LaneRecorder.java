package agency.steward.changeset.lane;

import agency.steward.changeset.attempt.Attempt;
import agency.steward.changeset.attempt.ChangeSetConfig;
import agency.steward.changeset.decision.Rejudging;
import agency.steward.changeset.guard.SetRules;
import agency.steward.changeset.stored.ChangeWriteStore;
import agency.steward.changeset.stored.DatabaseTime;
import agency.steward.changeset.stored.Result;
import agency.steward.changeset.stored.RowEnd;
import agency.steward.changeset.stored.State;
import agency.steward.ledger.Actor;
import agency.steward.ledger.CanonicalJson;
import agency.steward.ledger.Ledger;
import agency.steward.ledger.LedgerEntry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes down what a lane is about to do and what became of it: in blocks, each with its entry. */
@ApplicationScoped
@ByTurns
@Transactional
class LaneRecorder {
  static final Duration SUBJECTS = Duration.ofSeconds(30);
  private static final Duration LOOK_AFTER = Duration.ofSeconds(60);

  private final LaneStore lanes;
  private final LaneRowStore store;
  private final ChangeWriteStore sets;
  private final Rejudging rejudging;
  private final Ledger ledger;
  private final ChangeSetConfig config;
  private final DatabaseTime time;

  LaneRecorder(
      LaneStore lanes,
      LaneRowStore store,
      ChangeWriteStore sets,
      Rejudging rejudging,
      Ledger ledger,
      ChangeSetConfig config,
      DatabaseTime time) {
    this.lanes = lanes;
    this.store = store;
    this.sets = sets;
    this.rejudging = rejudging;
    this.ledger = ledger;
    this.config = config;
    this.time = time;
  }

  /**
   * Before they are sent.
   *
   * @return those that may be sent: the subjects of the others are being changed by somebody
   */
  List<LaneRow> intend(Lane lane, List<LaneRow> rows) {
    check(lane);
    Set<String> free = store.take(lane, rows.stream().map(LaneRow::lock).toList(), SUBJECTS);
    List<LaneRow> ours = rows.stream().filter(row -> free.contains(row.lock())).toList();
    Instant now = time.now();
    Set<Integer> begun =
        store.intend(lane, ours.stream().map(LaneRow::seq).toList(), now, now.plus(LOOK_AFTER));
    List<LaneRow> sent =
        ours.stream().filter(row -> begun.contains(row.seq())).map(row -> row.begun(now)).toList();
    if (!sent.isEmpty()) {
      ledger.append(entry(lane, sent.getFirst(), attempted(sent)));
    }
    return sent;
  }

  /**
   * A row that a holder who has died has left halfway, before its rest is sent. Throws where it
   * cannot be now; then it is as it was.
   */
  LaneRow goOn(Lane lane, LaneRow row) {
    store.again(lane, List.of(row.seq()));
    return intend(lane, List.of(row)).stream()
        .findFirst()
        .orElseThrow(() -> new Stop.Signal(new Stop.Busy()));
  }

  /**
   * Throws where the lane is somebody else's, the set is held, or nothing is begun at this time.
   */
  private void check(Lane lane) {
    String state = store.toBegin(lane).orElseThrow(() -> new Stop.Signal(new Stop.Lost()));
    if (!state.equals(State.RUNNING.wire())
        || rejudging.isFrozen() && !store.isLifted(lane, SetRules.FREEZE_WINDOW)) {
      throw new Stop.Signal(new Stop.Held());
    }
  }

  /** What the workspace has only once, such as its admins; false while somebody else holds it. */
  boolean isTaken(Lane lane, String name) {
    return !store.take(lane, List.of(name), config.lease()).isEmpty();
  }

  void giveBack(Lane lane, String name) {
    store.giveBack(lane, List.of(name));
  }

  /** What became of rows; gives their subjects back. */
  void end(Lane lane, Map<LaneRow, RowEnd> ends) {
    if (!store.isToEnd(lane)) {
      throw new Stop.Signal(new Stop.Lost());
    }
    var bySeq = new LinkedHashMap<Integer, RowEnd>();
    var locks = new ArrayList<String>();
    var growth = new TreeMap<String, Integer>();
    for (Map.Entry<LaneRow, RowEnd> each : ends.entrySet()) {
      bySeq.put(each.getKey().seq(), each.getValue());
      locks.add(each.getKey().lock());
      if (each.getValue().result() == Result.APPLIED) {
        Attempt made = each.getKey().attempt();
        made.kind().list().ifPresent(list -> growth.merge(list, made.growth(), Integer::sum));
      }
    }
    store.end(lane, bySeq);
    store.giveBack(lane, locks);
    growth.values().removeIf(more -> more == 0);
    growth.forEach((where, more) -> sets.changed(lane.workspace(), where, more));
    ledger.append(entry(lane, ends.keySet().iterator().next(), ended(bySeq)));
  }

  /** They were certainly not sent. */
  void again(Lane lane, List<LaneRow> rows) {
    if (!rows.isEmpty()) {
      store.again(lane, rows.stream().map(LaneRow::seq).toList());
      store.giveBack(lane, rows.stream().map(LaneRow::lock).toList());
    }
  }

  /** Whether a holder who has died has left any rows open. */
  boolean inherits(Lane lane) {
    return 0 < store.inherit(lane, time.now().plus(LOOK_AFTER));
  }

  /** Whatever was not begun is not attempted, or blocked, for one reason. */
  void close(Lane lane, RowEnd end, Actor actor) {
    if (store.isToEnd(lane)) {
      store.close(lane, end);
      ObjectNode facts = json().put("phase", "closed").put("result", end.result().wire());
      end.problem().ifPresent(why -> facts.put("code", why.path("code").asText()));
      ledger.append(
          LedgerEntry.of(actor, "change_set.lane")
              .in(lane.workspace())
              .of(lane.set().value())
              .with(facts));
    }
  }

  /**
   * In one transaction, so that nobody can die between the last lane's end and its set's.
   *
   * @param done whether no row is left
   */
  void giveBack(Lane lane, boolean done, Duration pause, int tries) {
    lanes.giveBack(lane, done, pause, tries);
    sets.finish(lane.set(), time.now());
  }

  private static LedgerEntry entry(Lane lane, LaneRow any, ObjectNode facts) {
    var attempt = any.attempt();
    return LedgerEntry.of(attempt.actor(), attempt.kind().area() + "." + attempt.change().action())
        .in(lane.workspace())
        .of(lane.set().value())
        .with(facts);
  }

  private static ObjectNode attempted(List<LaneRow> rows) {
    ArrayNode covered = JsonNodeFactory.instance.arrayNode();
    ObjectNode facts = json().put("phase", "attempt").put("rows", rows.size());
    for (LaneRow row : rows) {
      facts.withArray("seqs").add(row.seq());
      var change = row.attempt().change();
      ObjectNode one = covered.addObject().put("seq", row.seq()).put("subject", change.subject());
      change.before().ifPresent(before -> one.set("before", before));
      change.after().ifPresent(after -> one.set("after", after));
    }
    return facts.put("digest", digest(covered));
  }

  private static ObjectNode ended(Map<Integer, RowEnd> ends) {
    ArrayNode covered = JsonNodeFactory.instance.arrayNode();
    ObjectNode facts = json().put("phase", "outcome").put("rows", ends.size());
    var counts = new TreeMap<String, Integer>();
    ends.forEach((seq, end) -> {
      facts.withArray("seqs").add(seq);
      counts.merge(end.result().wire(), 1, Integer::sum);
      covered
          .addObject()
          .put("seq", seq)
          .put("result", end.result().wire())
          .put("verified", end.verified());
    });
    ObjectNode results = facts.putObject("results");
    counts.forEach(results::put);
    return facts.put("digest", digest(covered));
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String digest(JsonNode covered) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(CanonicalJson.bytes(covered));
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
