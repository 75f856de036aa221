package agency.steward.web;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * On the management port: what Quarkus serves under {@code /q} is also where probes and Prometheus
 * look by themselves, such as {@code /health/ready} and {@code /metrics}.
 */
@ApplicationScoped
class ManagementPaths {
  private static final List<String> PLAIN =
      List.of("/health", "/health/live", "/health/ready", "/health/started", "/metrics");

  void install(@Observes ManagementInterface management) {
    Router router = management.router();
    PLAIN.forEach(path -> router.get(path).handler(ManagementPaths::reroute));
  }

  private static void reroute(RoutingContext request) {
    request.reroute("/q" + request.normalizedPath());
  }
}
