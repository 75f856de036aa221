package agency.steward.instantly;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that misbehaves as it is told, also in ways that the sandbox cannot. */
final class Upstream implements AutoCloseable {

  /** What arrived. */
  record Seen(String call, Map<String, String> headers, String body) {}

  /** What is done with a request. */
  interface Reaction {
    void to(HttpServerRequest request);
  }

  private final HttpServer server;
  private final Map<String, Deque<Reaction>> reactions = new TreeMap<>();
  private final List<Seen> seen = new ArrayList<>();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();

  Upstream(Vertx vertx) {
    server =
        vertx
            .createHttpServer()
            .connectionHandler(connection -> {
              open.incrementAndGet();
              connections.incrementAndGet();
              connection.closeHandler(_ -> open.decrementAndGet());
            })
            .requestHandler(request -> request.body().onSuccess(b -> take(request, b.toString())))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  int port() {
    return server.actualPort();
  }

  /** Connections that are open now. */
  int open() {
    return open.get();
  }

  /** Connections there have ever been. */
  int connections() {
    return connections.get();
  }

  /**
   * @param call method and path below {@code /api/v2}, without query
   * @param inTurn the last one for every further request
   */
  synchronized Upstream on(String call, Reaction... inTurn) {
    reactions.put(call, new ArrayDeque<>(List.of(inTurn)));
    return this;
  }

  synchronized List<Seen> seen() {
    return List.copyOf(seen);
  }

  List<String> calls() {
    return seen().stream().map(Seen::call).toList();
  }

  private void take(HttpServerRequest request, String body) {
    String path = request.path().replaceFirst("^/api/v2", "");
    String query = request.query() == null ? "" : "?" + request.query();
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    request.headers().forEach(headers::put);
    reaction(request.method() + " " + path, query, headers, body).to(request);
  }

  private synchronized Reaction reaction(
      String call, String query, Map<String, String> headers, String body) {
    seen.add(new Seen(call + query, headers, body));
    Deque<Reaction> left = reactions.getOrDefault(call, new ArrayDeque<>());
    if (left.isEmpty()) {
      return says(404, "Not Found", "no such route: " + call);
    }
    return left.size() == 1 ? left.element() : left.remove();
  }

  static Reaction json(String body) {
    return text(200, body);
  }

  static Reaction text(int status, String body) {
    return request -> request.response().setStatusCode(status).end(body);
  }

  /** In the vendor's form (facts.md 5). */
  static Reaction says(int status, String error, String message) {
    return text(
        status,
        "{\"statusCode\":%d,\"error\":\"%s\",\"message\":\"%s\"}"
            .formatted(status, error, message));
  }

  static Reaction limited(String retryAfter) {
    return request ->
        request
            .response()
            .setStatusCode(429)
            .putHeader("Retry-After", retryAfter)
            .end("{\"statusCode\":429,\"error\":\"Too Many Requests\",\"message\":\"x\"}");
  }

  static Reaction nothing() {
    return request -> {};
  }

  /** The connection ends without a word. */
  static Reaction hangUp() {
    return request -> request.connection().close();
  }

  /** The connection ends within the answer. */
  static Reaction breakOff(String half) {
    return request -> {
      request.response().putHeader("Content-Length", "1000");
      request.response().write(half).onComplete(_ -> request.connection().close());
    };
  }

  /** More than it should, without saying so beforehand. */
  static Reaction endless(int chunks) {
    return request -> {
      request.response().setChunked(true);
      for (int i = 0; i < chunks; i++) {
        request.response().write("x".repeat(64 * 1024));
      }
      request.response().end();
    };
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }
}
