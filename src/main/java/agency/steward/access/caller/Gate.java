package agency.steward.access.caller;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Nobody gets past it without a verified token, whatever the path, paths that do not exist
 * included. A resource therefore has to do nothing to be closed; what is open is named here.
 */
class Gate {
  /** Both exist in the local profile only; the OpenAPI page and health never come through here. */
  private static final Set<String> OPEN = Set.of("/local/token", "/.well-known/jwks.json");

  private final CurrentIdentityAssociation association;

  Gate(CurrentIdentityAssociation association) {
    this.association = association;
  }

  @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION)
  Uni<Response> check(ContainerRequestContext request) {
    if (OPEN.contains(request.getUriInfo().getPath())) {
      return Uni.createFrom().nullItem();
    }
    return association
        .getDeferredIdentity()
        .onFailure(AuthenticationFailedException.class)
        .transform(refused -> Unauthenticated.badToken())
        .invoke(Gate::mustBeSomebody)
        .replaceWith(Uni.createFrom().nullItem());
  }

  private static void mustBeSomebody(SecurityIdentity identity) {
    if (identity.isAnonymous()) {
      throw Unauthenticated.noToken();
    }
  }
}
