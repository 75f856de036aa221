package agency.steward.web.body;

import io.vertx.ext.web.RoutingContext;

/** The bytes of a request's body as they came, for whoever compares them. */
public final class RawBody {
  private static final String KEY = "steward.raw-body";
  private static final byte[] NONE = {};

  private RawBody() {}

  static void keep(RoutingContext request, byte[] body) {
    request.put(KEY, body);
  }

  /** Empty where the request had none. Not to be changed. */
  public static byte[] of(RoutingContext request) {
    byte[] body = request.get(KEY);
    return body == null ? NONE : body;
  }
}
