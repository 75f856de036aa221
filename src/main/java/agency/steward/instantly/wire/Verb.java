package agency.steward.instantly.wire;

import io.vertx.core.http.HttpMethod;

/** The methods that Instantly has. */
public enum Verb {
  GET(HttpMethod.GET),
  POST(HttpMethod.POST),
  PATCH(HttpMethod.PATCH),
  DELETE(HttpMethod.DELETE);

  final HttpMethod method;

  Verb(HttpMethod method) {
    this.method = method;
  }

  public boolean isWrite() {
    return this != GET;
  }
}
