package agency.steward.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What an exception means to the caller, whoever threw it. */
final class Diagnosis {
  private static final Duration DATABASE_RETRY = Duration.ofSeconds(2);
  private static final int DEEPEST = 20;

  private Diagnosis() {}

  /** Never empty-handed: what nobody foresaw is {@code INTERNAL_ERROR}, without its message. */
  static Problem of(Throwable thrown) {
    if (thrown instanceof ProblemException known) {
      return known.problem(); // nearly always: to look further costs as much as to write the answer
    }
    return chain(thrown)
        .flatMap(link -> foreseen(link).stream())
        .findFirst()
        .or(() -> chain(thrown).flatMap(link -> ofTheEdge(link).stream()).findFirst())
        .orElseGet(Diagnosis::unforeseen);
  }

  /** Jackson's messages hold what was sent, such as a key in a wrong place. */
  static boolean quotesTheBody(Throwable thrown) {
    return chain(thrown).anyMatch(JsonProcessingException.class::isInstance);
  }

  private static Stream<Throwable> chain(Throwable thrown) {
    return causes(thrown).flatMap(link -> Stream.concat(Stream.of(link), whyRolledBack(link)));
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, link -> link != null, Throwable::getCause).limit(DEEPEST);
  }

  /** The transaction manager does not say it as a cause. */
  private static Stream<Throwable> whyRolledBack(Throwable link) {
    return link instanceof RollbackException
        ? Stream.of(link.getSuppressed()).flatMap(Diagnosis::causes)
        : Stream.empty();
  }

  /** These mean the same however deep they lie. */
  private static Optional<Problem> foreseen(Throwable link) {
    return switch (link) {
      case ProblemException problem -> Optional.of(problem.problem());
      case JsonProcessingException unreadable when !JsonFault.isOurs(unreadable) ->
          Optional.of(JsonFault.of(unreadable));
      case Throwable other when DatabaseAway.is(other) && causes(other).anyMatch(PoolInUse::is) ->
          Optional.of(
              Problem.of(
                      ProblemCode.OVERLOADED,
                      "All of Steward's connections to its database are in use. Try again a little later.")
                  .after(DATABASE_RETRY));
      case Throwable other when DatabaseAway.is(other) ->
          Optional.of(
              Problem.of(
                      ProblemCode.DATABASE_UNAVAILABLE,
                      "Steward cannot reach its database. Nothing is lost; try again.")
                  .after(DATABASE_RETRY));
      case Throwable other when Unstorable.is(other) ->
          Optional.of(
              Problem.of(
                  ProblemCode.MALFORMED_REQUEST,
                  "The request has a character that no text has here, such as U+0000."));
      default -> Optional.empty();
    };
  }

  private static Optional<Problem> ofTheEdge(Throwable link) {
    return switch (link) {
      case AuthenticationException refused -> Optional.of(unauthenticated());
      case UnauthorizedException nobody -> Optional.of(unauthenticated());
      case ForbiddenException forbidden ->
          Optional.of(Problem.of(ProblemCode.FORBIDDEN, "Your role does not allow this."));
      case WebApplicationException web -> HttpFault.of(web.getResponse().getStatus());
      default -> Optional.empty();
    };
  }

  private static Problem unauthenticated() {
    return Problem.of(
        ProblemCode.UNAUTHENTICATED,
        "Send Authorization: Bearer <token> with a valid token of the configured issuer.");
  }

  static Problem unforeseen() {
    return Problem.of(
        ProblemCode.INTERNAL_ERROR,
        "Something failed inside Steward. Its log has the details under this request id.");
  }
}
