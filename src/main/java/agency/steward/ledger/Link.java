package agency.steward.ledger;

import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry in its place of the chain.
 *
 * @param entry the canonical bytes, which hold all the rest again
 */
record Link(
    long seq,
    Instant at,
    String principal,
    String action,
    Optional<UUID> workspace,
    Optional<UUID> changeSet,
    byte[] entry,
    Hash hash) {
  private static final DateTimeFormatter UTC_MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  static Link after(Head head, Instant at, LedgerEntry what) {
    long seq = head.seq() + 1;
    byte[] bytes = CanonicalJson.bytes(json(seq, at, what));
    return new Link(
        seq,
        at,
        what.actor().principal(),
        what.action(),
        what.workspace().map(WorkspaceId::value),
        what.changeSet(),
        bytes,
        head.hash().then(bytes));
  }

  Head head() {
    return new Head(seq, hash);
  }

  static String moment(Instant at) {
    return UTC_MICROS.format(at);
  }

  static ObjectNode json(long seq, Instant at, LedgerEntry what) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("seq", seq).put("at", moment(at)).put("action", what.action());
    ObjectNode actor = json.putObject("actor").put("principal", what.actor().principal());
    what.actor().onBehalfOf().ifPresent(whom -> actor.put("on_behalf_of", whom));
    what.actor().roles().forEach(actor.putArray("roles")::add);
    what.workspace().ifPresent(id -> json.put("workspace_id", id.toString()));
    what.changeSet().ifPresent(id -> json.put("change_set_id", id.toString()));
    what.reason().ifPresent(why -> json.put("reason", why));
    what.requestId().ifPresent(id -> json.put("request_id", id));
    json.set("facts", what.facts());
    return json;
  }
}
