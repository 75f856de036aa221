package agency.steward.load;

import agency.steward.access.Access;
import agency.steward.instantly.pace.Party;
import agency.steward.web.body.BodyLimit;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Charges a request to its caller, now that the token is verified, and then its body. */
class Admission {
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");

  private final Access access;
  private final KnownTokens tokens;
  private final Spaces spaces;

  Admission(Access access, KnownTokens tokens, Spaces spaces) {
    this.access = access;
    this.tokens = tokens;
    this.spaces = spaces;
  }

  @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
  void admit(ContainerRequestContext request, ResourceInfo operation, RoutingContext http) {
    Ticket.of(http)
        .ifPresent(ticket -> {
          if (ticket.who().equals(Door.STRANGER)) {
            introduce(ticket, request);
          }
          Party.is(ticket.who());
          if (!WITHOUT_BODY.contains(request.getMethod())) {
            long bytes = bytes(request, operation);
            if (bytes > 0) {
              spaces.take(ticket, Scarce.BODY, bytes);
            }
          }
        });
  }

  private void introduce(Ticket ticket, ContainerRequestContext request) {
    String principal = access.caller().principal();
    tokens.verified(request.getHeaderString(HttpHeaders.AUTHORIZATION), principal, access.until());
    ticket.belongsTo(principal);
    spaces.take(ticket, Scarce.REQUEST, 1);
  }

  /** As announced, or else the most that is read. */
  private static long bytes(ContainerRequestContext request, ResourceInfo operation) {
    long most = BodyLimit.of(operation.getResourceMethod());
    return request.getLength() < 0 ? most : Math.min(request.getLength(), most);
  }
}
