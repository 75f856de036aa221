package agency.steward.problem;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place that turns what was thrown into an answer. It knows all of HTTP. */
class ProblemMapper {
  private final ProblemAnswer answers;

  ProblemMapper(ProblemAnswer answers) {
    this.answers = answers;
  }

  @ServerExceptionMapper({
    Throwable.class,
    // Quarkus has mappers of its own for these; the nearest class wins
    WebApplicationException.class,
    ValidationException.class,
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
    Problem problem = answers.diagnose(thrown, request);
    var answer =
        Response.status(problem.status())
            .type(ProblemBody.MEDIA_TYPE)
            .entity(answers.bytes(problem, request));
    ProblemAnswer.headers(problem).forEach(answer::header);
    if (thrown instanceof WebApplicationException web) {
      answer.header(HttpHeaders.ALLOW, web.getResponse().getHeaderString(HttpHeaders.ALLOW));
    }
    return answer.build();
  }
}
