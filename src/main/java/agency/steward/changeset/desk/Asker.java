package agency.steward.changeset.desk;

import agency.steward.access.Access;
import agency.steward.access.caller.Caller;
import agency.steward.ledger.Actor;
import agency.steward.problem.RequestId;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Whose request this is. */
@ApplicationScoped
class Asker {
  private final Access access;
  private final RoutingContext request;

  Asker(Access access, RoutingContext request) {
    this.access = access;
    this.request = request;
  }

  Caller caller() {
    return access.caller();
  }

  Actor actor() {
    Caller caller = caller();
    return Actor.of(caller.principal(), caller.roleNames());
  }

  String requestId() {
    return RequestId.of(request);
  }
}
