package agency.steward.apikey.change;

import agency.steward.apikey.shown.Keys;
import agency.steward.changeset.Answer;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.fleet.answer.Outward;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.NewKey;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * How the value of a new key reaches whoever asked for it: through custody, or once in an answer.
 *
 * @param made holds the value until it is answered; empty if nobody waits for an answer, so that it
 *     can only be delivered
 */
record Handover(Delivery delivery, Optional<Made> made) {

  /** Throws {@code CUSTODY_UNAVAILABLE} where it could not be delivered now. */
  void prepare(InstantlyWorkspace instantly, Intent intent) {
    if (KeyOrder.isForVault(intent.data())) {
      delivery.prepare(instantly.workspace().id());
    }
  }

  /** Makes the key and hands it over; what Instantly says of it, without the value. */
  ObjectNode make(InstantlyWorkspace instantly, Intent intent) {
    boolean vault = KeyOrder.isForVault(intent.data());
    if (!vault && made.isEmpty()) {
      throw new IllegalStateException("nobody would get the value of this key");
    }
    NewKey created = instantly.createKey(KeyOrder.name(intent), KeyOrder.scopes(intent));
    String id = Keys.id(created.object());
    made.ifPresent(it -> it.is(id, created.value()));
    if (vault) {
      delivery.deliver(instantly, id, created.value());
    }
    return created.object();
  }

  /** With where the value lies, or with the value itself, where it is still known. */
  Answer answer(Workspace workspace, Change change, ObjectNode key) {
    String id = Keys.id(key);
    ObjectNode body = Outward.object(workspace, key);
    if (change.after().filter(KeyOrder::isForVault).isPresent()) {
      body.put(Delivery.PATH, delivery.path(workspace.id(), id));
    } else {
      made.flatMap(Made::value)
          .ifPresentOrElse(
              value -> body.put(ShownOnce.KEY, value.reveal()), () -> ShownOnce.hide(body));
    }
    return Answer.created("/v1/workspaces/%s/api-keys/%s".formatted(workspace.id(), id), body);
  }
}
