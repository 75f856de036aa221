package agency.steward.problem;

import io.vertx.ext.web.RoutingContext;

/** The name under which a request is found again in logs, problems and the caller's own records. */
public final class RequestId {
  /** The header that brings it and takes it back. */
  public static final String HEADER = "X-Request-Id";

  private static final String KEY = "steward.request-id";

  private RequestId() {}

  public static void assign(RoutingContext request, String id) {
    request.put(KEY, id);
  }

  /** The id of this request; {@code -} before one was assigned. */
  public static String of(RoutingContext request) {
    String id = request.get(KEY);
    return id == null ? "-" : id;
  }
}
