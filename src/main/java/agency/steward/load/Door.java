package agency.steward.load;

import agency.steward.problem.ProblemException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * Counts the requests of the API as they come in, before anything is done for them. Nothing else
 * passes here: health, metrics and the API's description answer whatever the load.
 */
@ApplicationScoped
class Door {
  /** All whose token nobody has verified yet share one share. */
  static final String STRANGER = "?";

  private static final String API = "/v1/";

  /** After CORS, so that browsers can read a refusal; before anybody's token is looked at. */
  private static final int BEHIND_CORS = 250;

  private final KnownTokens tokens;
  private final Spaces spaces;

  Door(KnownTokens tokens, Spaces spaces) {
    this.tokens = tokens;
    this.spaces = spaces;
  }

  void install(@Observes Filters filters) {
    filters.register(this::enter, BEHIND_CORS);
  }

  private void enter(RoutingContext request) {
    String path = request.normalizedPath();
    if (!path.startsWith(API)) {
      request.next();
      return;
    }
    try {
      spaces.take(Ticket.issue(request, who(request)), Scarce.REQUEST, 1);
    } catch (ProblemException refused) {
      request.request().resume(); // what is still being sent would keep the answer back
      request.fail(refused);
      return;
    }
    request.next();
  }

  private String who(RoutingContext request) {
    return Optional.ofNullable(request.request().getHeader(HttpHeaders.AUTHORIZATION))
        .flatMap(tokens::owner)
        .orElse(STRANGER);
  }
}
