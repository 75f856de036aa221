package agency.steward.problem;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Problems for what fails before or beside JAX-RS: a bad URI, a body beyond every limit. */
@ApplicationScoped
class ProblemRoutes {
  private final ProblemAnswer answers;

  ProblemRoutes(ProblemAnswer answers) {
    this.answers = answers;
  }

  void install(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(this::fail);
  }

  private void fail(RoutingContext request) {
    Throwable thrown = request.failure();
    if (isForExceptionMappers(thrown)) {
      request.next();
      return;
    }
    send(thrown == null ? ofStatus(request.statusCode()) : ofThrown(thrown, request), request);
  }

  /** Quarkus hands these to JAX-RS, where the mapper has the request's context. */
  private static boolean isForExceptionMappers(@Nullable Throwable thrown) {
    return thrown instanceof AuthenticationException
        || thrown instanceof UnauthorizedException
        || thrown instanceof ForbiddenException;
  }

  private Problem ofThrown(Throwable thrown, RoutingContext request) {
    // Vert.x fails with a status and a throwable for a URI it cannot decode
    Optional<Problem> fault =
        request.statusCode() < 500 ? HttpFault.of(request.statusCode()) : Optional.empty();
    return fault.orElseGet(() -> answers.diagnose(thrown, request));
  }

  private static Problem ofStatus(int status) {
    return HttpFault.of(status).orElseGet(Diagnosis::unforeseen);
  }

  private void send(Problem problem, RoutingContext request) {
    HttpServerResponse response = request.response();
    if (response.headWritten() || response.ended()) {
      request.next();
      return;
    }
    response.setStatusCode(problem.status()).putHeader("Content-Type", ProblemBody.MEDIA_TYPE);
    ProblemAnswer.headers(problem).forEach(response::putHeader);
    response.end(Buffer.buffer(answers.bytes(problem, request)));
  }
}
