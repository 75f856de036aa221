package agency.steward.registration;

import agency.steward.access.Access;
import agency.steward.access.caller.Caller;
import agency.steward.ledger.Actor;
import agency.steward.problem.RequestId;
import agency.steward.registration.chronicle.Asker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Who is asking in the current request. */
@ApplicationScoped
class Askers {
  private final Access access;
  private final RoutingContext request;

  Askers(Access access, RoutingContext request) {
    this.access = access;
    this.request = request;
  }

  Asker current() {
    Caller caller = access.caller();
    return new Asker(
        Actor.of(caller.principal(), caller.roleNames()), Optional.of(RequestId.of(request)));
  }
}
