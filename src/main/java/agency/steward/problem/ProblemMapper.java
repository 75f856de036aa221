package agency.steward.problem;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place that turns what was thrown into an answer. It knows all of HTTP. */
class ProblemMapper {
  private final ProblemAnswer answers;
  private final OtherMethods methods;

  ProblemMapper(ProblemAnswer answers, OtherMethods methods) {
    this.answers = answers;
    this.methods = methods;
  }

  @ServerExceptionMapper({
    Throwable.class,
    // Quarkus has mappers of its own for these; the nearest class wins
    WebApplicationException.class,
    com.fasterxml.jackson.databind.exc.MismatchedInputException.class,
    AuthenticationFailedException.class,
    AuthenticationCompletionException.class,
    UnauthorizedException.class,
    ForbiddenException.class
  })
  Response answer(Throwable thrown, RoutingContext request) {
    if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
      return web.getResponse();
    }
    Optional<String> allow = methods.insteadOf(thrown);
    Problem problem =
        allow
            .flatMap(others -> HttpFault.of(405))
            .orElseGet(() -> answers.diagnose(thrown, request));
    var answer =
        Response.status(problem.status())
            .type(ProblemBody.MEDIA_TYPE)
            .entity(answers.bytes(problem, request));
    ProblemAnswer.headers(problem).forEach(answer::header);
    allow.ifPresent(others -> answer.header(HttpHeaders.ALLOW, others));
    return answer.build();
  }
}
