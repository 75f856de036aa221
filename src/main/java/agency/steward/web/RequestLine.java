package agency.steward.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Refuses a URI that is none or is too long, and more headers than anybody needs, by a problem like
 * every other: what Quarkus and Netty say of them has no body and stands in no log. Netty's own
 * limits lie beyond these, so that only who is far off meets them.
 *
 * <p>No route before this one may have a path, nor a header of Quarkus' configuration, which is
 * one: to match it Vert.x decodes the path, and what cannot be decoded would end there.
 */
@ApplicationScoped
public class RequestLine {
  /** RFC 9110, 4.1, asks for 8,000; a hundred ids of workspaces and more go into it. */
  static final int LONGEST_URI = 8 << 10;

  static final int HEADERS = 20 << 10;

  private static final int BAD_REQUEST = 400;
  private static final int URI_TOO_LONG = 414;
  private static final int HEADERS_TOO_LARGE = 431;
  private static final int AROUND_A_HEADER = ": \r\n".length();

  void install(@Observes Filters filters) {
    filters.register(RequestLine::check, RequestIds.BEFORE_EVERYTHING - 2);
  }

  /** To be called before Quarkus starts: its HTTP server asks once. */
  public static void judgesUris() {
    System.setProperty("vertx.disableURIValidation", "true");
  }

  private static void check(RoutingContext request) {
    HttpServerRequest asked = request.request();
    request.response().putHeader("X-Content-Type-Options", "nosniff");
    if (asked.uri().length() > LONGEST_URI) {
      refuse(request, URI_TOO_LONG);
    } else if (bytes(asked) > HEADERS) {
      refuse(request, HEADERS_TOO_LARGE);
    } else if (!isUri(asked.uri())) {
      refuse(request, BAD_REQUEST);
    } else {
      request.next();
    }
  }

  private static void refuse(RoutingContext request, int status) {
    request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    request.fail(status);
  }

  private static int bytes(HttpServerRequest request) {
    int bytes = 0;
    for (var header : request.headers()) {
      bytes += header.getKey().length() + header.getValue().length() + AROUND_A_HEADER;
    }
    return bytes;
  }

  private static boolean isUri(String text) {
    try {
      return !new URI(text).toString().isEmpty();
    } catch (URISyntaxException noUri) {
      return false;
    }
  }
}
