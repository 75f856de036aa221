package agency.steward.changeset.lane.written;

import agency.steward.changeset.lane.Lane;
import agency.steward.changeset.lane.LaneRow;
import agency.steward.changeset.stored.RowEnd;
import agency.steward.ledger.Actor;
import agency.steward.ledger.CanonicalJson;
import agency.steward.ledger.LedgerEntry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the ledger says of a lane: an entry for each block of rows, which covers them by a digest.
 */
final class LaneEntries {
  private LaneEntries() {}

  static LedgerEntry attempt(Lane lane, List<LaneRow> rows) {
    return entry(lane, rows.getFirst(), attempted(rows));
  }

  /**
   * @param any of the rows
   */
  static LedgerEntry outcome(Lane lane, LaneRow any, Map<Integer, RowEnd> ends) {
    return entry(lane, any, ended(ends));
  }

  static LedgerEntry closed(Lane lane, RowEnd end, Actor actor) {
    ObjectNode facts = json().put("phase", "closed").put("result", end.result().wire());
    end.problem().ifPresent(why -> facts.put("code", why.path("code").asText()));
    return LedgerEntry.of(actor, "change_set.lane")
        .in(lane.workspace())
        .of(lane.set().value())
        .with(facts);
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
