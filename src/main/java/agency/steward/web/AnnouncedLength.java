package agency.steward.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Does not wait for a body that says itself that it is beyond every limit. */
@ApplicationScoped
class AnnouncedLength {
  private static final int TOO_LARGE = 413;

  void install(@Observes Filters filters) {
    filters.register(AnnouncedLength::check, RequestIds.BEFORE_EVERYTHING - 2);
  }

  private static void check(RoutingContext request) {
    if (isTooLong(request.request().getHeader(HttpHeaders.CONTENT_LENGTH))) {
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      request.addEndHandler(answered -> request.request().connection().close());
      request.fail(TOO_LARGE);
    } else {
      request.next();
    }
  }

  private static boolean isTooLong(@Nullable String length) {
    try {
      return length != null && Long.parseLong(length) > BodyLimit.LARGE;
    } catch (NumberFormatException notOurs) {
      return false; // HTTP itself refuses it
    }
  }
}
