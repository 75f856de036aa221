package agency.steward.changeset.apply;

import agency.steward.access.Access;
import agency.steward.access.caller.Caller;
import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.attempt.Attempt;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.ledger.Actor;
import agency.steward.problem.RequestId;
import agency.steward.workspace.Workspace;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whose request this is. */
@ApplicationScoped
class Askers {
  private final Access access;
  private final RoutingContext request;

  Askers(Access access, RoutingContext request) {
    this.access = access;
    this.request = request;
  }

  Attempt attempt(Workspace workspace, ChangeKind kind, Intent intent, Change change) {
    return Attempt.single(
        ChangeSetId.next(),
        workspace,
        kind,
        intent,
        change,
        actor(),
        Optional.of(RequestId.of(request)));
  }

  private Actor actor() {
    Caller caller = access.caller();
    return Actor.of(caller.principal(), caller.roleNames());
  }
}
