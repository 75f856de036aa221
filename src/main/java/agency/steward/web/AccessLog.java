package agency.steward.web;

import agency.steward.problem.RequestId;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * One line per request, each of its facts also a field of its own in the JSON log. Neither query
 * nor headers nor bodies are in it: they can hold what nobody else may read.
 */
@ApplicationScoped
class AccessLog {
  static final String CATEGORY = "steward.access";

  private static final Logger LOG = Logger.getLogger(CATEGORY);
  private static final int RIGHT_AFTER_THE_NAME = RequestIds.BEFORE_EVERYTHING - 1;

  void install(@Observes Filters filters) {
    filters.register(AccessLog::watch, RIGHT_AFTER_THE_NAME);
  }

  private static void watch(RoutingContext request) {
    long began = System.nanoTime();
    request.addEndHandler(
        ended -> write(request, Duration.ofNanos(System.nanoTime() - began), ended.succeeded()));
    request.next();
  }

  private static void write(RoutingContext request, Duration took, boolean whole) {
    if (!LOG.isInfoEnabled()) {
      return;
    }
    var facts = new TreeMap<String, String>();
    facts.put("method", request.request().method().name());
    facts.put("path", Objects.toString(request.request().path(), ""));
    facts.put("status", Integer.toString(request.response().getStatusCode()));
    facts.put("duration_ms", Long.toString(took.toMillis()));
    facts.put("bytes", Long.toString(request.response().bytesWritten()));
    facts.put("subject", subject(request));
    facts.put("request_id", RequestId.of(request));
    if (!whole) {
      facts.put("aborted", "true");
    }
    log(facts);
  }

  private static void log(Map<String, String> facts) {
    facts.forEach(MDC::put);
    LOG.infof(
        "%s %s %s %s ms %s B %s%s",
        facts.get("method"),
        facts.get("path"),
        facts.get("status"),
        facts.get("duration_ms"),
        facts.get("bytes"),
        facts.get("subject"),
        facts.containsKey("aborted") ? " (the client has gone)" : "");
    facts.keySet().stream().filter(name -> !name.equals("request_id")).forEach(MDC::remove);
  }

  private static String subject(RoutingContext request) {
    return request.user() instanceof QuarkusHttpUser user
            && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token
            && token.getSubject() != null
        ? token.getSubject()
        : "-";
  }
}
