package agency.steward.web.body;

import agency.steward.web.RequestIds;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/**
 * Does not wait for a body that says itself that it is beyond every limit. Most clients send all of
 * it before they read, and to close at once would take the answer from them: what still comes is
 * thrown away for a while.
 */
@ApplicationScoped
class AnnouncedLength {
  private static final int TOO_LARGE = 413;
  private static final long LINGER_MILLIS = 5_000;

  void install(@Observes Filters filters) {
    filters.register(AnnouncedLength::check, RequestIds.BEFORE_EVERYTHING - 4);
  }

  private static void check(RoutingContext request) {
    if (isTooLong(request.request().getHeader(HttpHeaders.CONTENT_LENGTH))) {
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      request.addEndHandler(answered -> linger(request));
      request.fail(TOO_LARGE);
    } else {
      request.next();
    }
  }

  private static void linger(RoutingContext request) {
    HttpServerRequest sent = request.request();
    request.vertx().setTimer(LINGER_MILLIS, timeout -> sent.connection().close());
    sent.endHandler(whole -> sent.connection().close());
    sent.handler(bytes -> {}).resume();
  }

  private static boolean isTooLong(@Nullable String length) {
    try {
      return length != null && Long.parseLong(length) > BodyLimit.LARGE;
    } catch (NumberFormatException notOurs) {
      return false; // HTTP itself refuses it
    }
  }
}
