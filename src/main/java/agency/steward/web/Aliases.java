package agency.steward.web;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Two ways to the same place: probes and Prometheus look at {@code /health/ready} and {@code
 * /metrics} by themselves, who knows Quarkus at {@code /q/…}. Both are there.
 */
@ApplicationScoped
class Aliases {
  private static final String Q = "/q";
  private static final List<String> MANAGEMENT =
      List.of("/health", "/health/live", "/health/ready", "/health/started", "/metrics");
  private static final String OPENAPI = "/openapi";

  void onManagement(@Observes ManagementInterface management) {
    Router router = management.router();
    MANAGEMENT.forEach(path -> router.get(path).handler(request -> request.reroute(Q + path)));
  }

  void onApi(@Observes Router router) {
    router.get().order(Integer.MIN_VALUE + 1).handler(Aliases::openapi);
  }

  /** Not a route of that path, since it comes before {@link RequestLine}. */
  private static void openapi(RoutingContext request) {
    if ((Q + OPENAPI).equals(request.request().path())) {
      request.reroute(OPENAPI);
    } else {
      request.next();
    }
  }
}
