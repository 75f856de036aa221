package agency.steward.changeset.attempt;

import agency.steward.changeset.Answer;
import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.ChangeSetHeader;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.Draft;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.ledger.Actor;
import agency.steward.ledger.LedgerEntry;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One row on its way.
 *
 * @param seq its number within the set
 * @param bulk whether the set has been planned; else it is made in a request and its only row
 * @param actor who does it: the caller, or Steward itself for what it inherited
 * @param requestId of the request that asks for it
 */
public record Attempt(
    ChangeSetId id,
    int seq,
    boolean bulk,
    WorkspaceId workspace,
    String workspaceName,
    ChangeKind kind,
    Intent intent,
    Change change,
    Actor actor,
    Optional<String> requestId) {

  /** A row that is a set of its own. */
  public static Attempt single(
      ChangeSetId id,
      Workspace workspace,
      ChangeKind kind,
      Intent intent,
      Change change,
      Actor actor,
      Optional<String> requestId) {
    return new Attempt(
        id, 1, false, workspace.id(), workspace.name(), kind, intent, change, actor, requestId);
  }

  /** A stored row that Steward itself makes, on behalf of whoever asked for the set. */
  public static Attempt of(ChangeSet set, RecordedChange row, ChangeKind kind) {
    return new Attempt(
        set.id(),
        row.seq(),
        set.bulk().isPresent(),
        row.workspace(),
        row.workspaceName(),
        kind,
        row.intent(),
        row.change(),
        Actor.stewardFor(set.createdBy()),
        Optional.empty());
  }

  /** By how much it makes the list of its subjects longer, once it is made. */
  public int growth() {
    if (change.before().isPresent() == change.after().isPresent()) {
      return 0;
    }
    return change.before().isPresent() ? -1 : 1;
  }

  /** The same once it has begun. */
  public Attempt begun(Instant at) {
    return new Attempt(
        id,
        seq,
        bulk,
        workspace,
        workspaceName,
        kind,
        kind.begun(intent, at),
        change,
        actor,
        requestId);
  }

  /** As it is stored when it begins. */
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

  /**
   * What the caller is answered, with the header that names the change set.
   *
   * @param changed whether it was this attempt that made it so
   * @param now the object as it was read back
   */
  public Response answer(Workspace where, boolean changed, Optional<ObjectNode> now) {
    Answer answer = kind.answer(where, change, changed, now);
    var response = Response.status(answer.status()).header(ChangeSetHeader.NAME, id.toString());
    answer.location().map(URI::create).ifPresent(response::location);
    answer.body().ifPresent(body -> response.entity(body).type(MediaType.APPLICATION_JSON_TYPE));
    return response.build();
  }
}
