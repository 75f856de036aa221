package agency.steward.ledger;

import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to be recorded; sequence number, time and hash are added by {@link Ledger}.
 *
 * @param action a dotted name: {@code workspace.register}, {@code member.role_change}
 * @param reason why, in the actor's words
 * @param facts what exactly: whole numbers, strings, booleans, lists and objects of these; no
 *     secret, at most {@value Ledger#MAX_ENTRY_BYTES} bytes
 */
public record LedgerEntry(
    Actor actor,
    String action,
    Optional<WorkspaceId> workspace,
    Optional<UUID> changeSet,
    Optional<String> reason,
    Optional<String> requestId,
    ObjectNode facts) {

  public static LedgerEntry of(Actor actor, String action) {
    return new LedgerEntry(
        actor,
        action,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        JsonNodeFactory.instance.objectNode());
  }

  public LedgerEntry in(WorkspaceId id) {
    return new LedgerEntry(actor, action, Optional.of(id), changeSet, reason, requestId, facts);
  }

  public LedgerEntry of(UUID changeSetId) {
    return new LedgerEntry(
        actor, action, workspace, Optional.of(changeSetId), reason, requestId, facts);
  }

  public LedgerEntry because(Optional<String> why) {
    return new LedgerEntry(actor, action, workspace, changeSet, why, requestId, facts);
  }

  public LedgerEntry asked(Optional<String> inRequest) {
    return new LedgerEntry(actor, action, workspace, changeSet, reason, inRequest, facts);
  }

  public LedgerEntry with(ObjectNode details) {
    return new LedgerEntry(actor, action, workspace, changeSet, reason, requestId, details);
  }
}
