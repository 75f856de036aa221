package agency.steward.changeset.apply;

import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.Draft;
import agency.steward.ledger.Actor;
import agency.steward.ledger.LedgerEntry;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One row on its way.
 *
 * @param actor who does it: the caller, or Steward itself for what it inherited
 * @param requestId of the request that asks for it
 */
record Attempt(
    ChangeSetId id,
    WorkspaceId workspace,
    String workspaceName,
    ChangeKind kind,
    Intent intent,
    Change change,
    Actor actor,
    Optional<String> requestId) {

  Draft draft(Instant now) {
    return new Draft(
        id, kind.name(), workspace, workspaceName, intent, change, actor.principal(), now);
  }

  /**
   * An entry about this row.
   *
   * @param phase {@code attempt} before the write, {@code outcome} after it
   */
  LedgerEntry entry(String phase, ObjectNode more) {
    ObjectNode facts = JsonNodeFactory.instance.objectNode().put("phase", phase);
    facts.put("subject", change.subject());
    change.objectId().ifPresent(object -> facts.put("object_id", object));
    change.before().ifPresent(before -> facts.set("before", before));
    change.after().ifPresent(after -> facts.set("after", after));
    facts.put("effect", change.effect().wire());
    facts.setAll(more);
    return LedgerEntry.of(actor, kind.area() + "." + change.action())
        .in(workspace)
        .of(id.value())
        .asked(requestId)
        .with(facts);
  }
}
