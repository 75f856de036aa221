package agency.steward.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** What goes out for a failed request, inside JAX-RS and outside of it. */
@ApplicationScoped
class ProblemAnswer {
  private static final Logger LOG = Logger.getLogger(ProblemAnswer.class);

  private final ProblemBody bodies;

  ProblemAnswer(ProblemBody bodies) {
    this.bodies = bodies;
  }

  /** What the exception means; logged with its trace where nobody foresaw it. */
  Problem diagnose(Throwable thrown, RoutingContext request) {
    Problem problem = Diagnosis.of(thrown);
    switch (problem.code()) {
      case INTERNAL_ERROR ->
          LOG.errorf(thrown, "%s failed (request %s)", where(request), RequestId.of(request));
      case DATABASE_UNAVAILABLE ->
          LOG.warnf(
              "%s: the database is away: %s (request %s)",
              where(request), thrown.getMessage(), RequestId.of(request));
      default -> {
        if (LOG.isDebugEnabled()) {
          debug(thrown, problem, request);
        }
      }
    }
    return problem;
  }

  private static void debug(Throwable thrown, Problem problem, RoutingContext request) {
    if (Diagnosis.quotesTheBody(thrown)) {
      LOG.debugf("%s: %s", where(request), problem.code());
    } else {
      LOG.debugf(thrown, "%s: %s", where(request), problem.code());
    }
  }

  byte[] bytes(Problem problem, RoutingContext request) {
    String path = Objects.toString(request.request().path(), "");
    return bodies.bytes(problem, path, RequestId.of(request));
  }

  static Map<String, String> headers(Problem problem) {
    var headers = new TreeMap<String, String>();
    problem
        .retryAfter()
        .ifPresent(
            wait -> headers.put(HttpHeaders.RETRY_AFTER, Long.toString(ProblemBody.seconds(wait))));
    if (problem.status() == 401) {
      headers.put(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return headers;
  }

  private static String where(RoutingContext request) {
    return request.request().method() + " " + request.request().path();
  }
}
