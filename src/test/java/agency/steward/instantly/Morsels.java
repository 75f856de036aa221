package agency.steward.instantly;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;

/** A server of large answers, some of which it leaves unfinished. */
final class Morsels {
  static final int WHOLE = 256 * 1024;

  private static final byte[] BODY = new byte[WHOLE];

  /** After it no answer has all the room that it needs: a body doubles its room as it grows. */
  private static final int PART = WHOLE / 2 + 1;

  static {
    new Random(1).nextBytes(BODY);
  }

  /** How it is reached. */
  enum Way {
    HTTP_1,
    HTTP_2
  }

  private final HttpServer server;
  private final Way way;
  private final DoubleSupplier held;
  private final Map<String, Integer> begun = new ConcurrentHashMap<>();
  private volatile double mostHeld;

  /**
   * @param held looked at whenever something was written
   */
  Morsels(Vertx vertx, Way way, DoubleSupplier held) {
    this.way = way;
    this.held = held;
    server =
        vertx
            .createHttpServer(way == Way.HTTP_2 ? Certificate.shown() : new HttpServerOptions())
            .requestHandler(this::answer)
            .listen(0, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  String url() {
    return (way == Way.HTTP_2 ? "https" : "http") + "://localhost:" + server.actualPort();
  }

  static byte[] body() {
    return BODY;
  }

  /** How many answers to calls of this path have begun. */
  int begun(String path) {
    return begun.getOrDefault(path, 0);
  }

  double mostHeld() {
    return mostHeld;
  }

  private void answer(HttpServerRequest request) {
    String path = request.path().replaceFirst("^/api/v2", "");
    HttpServerResponse response = request.response();
    begun.merge(path, 1, Integer::sum);
    switch (path) {
      case "/small" -> response.end(slice(0, 10_000));
      case "/whole" -> {
        response.setChunked(way == Way.HTTP_1 && begun(path) % 3 == 0);
        if (!response.isChunked()) {
          response.putHeader("Content-Length", String.valueOf(WHOLE));
        }
        piece(response, 0);
      }
      default -> {
        response.putHeader("Content-Length", String.valueOf(WHOLE));
        response
            .write(slice(0, PART))
            .onSuccess(_ -> {
              if (path.equals("/breaks")) {
                response.reset();
              }
            });
      }
    }
  }

  /** One after the other, so that all answers are under way at a time. */
  private void piece(HttpServerResponse response, int from) {
    mostHeld = Math.max(mostHeld, held.getAsDouble());
    int to = Math.min(WHOLE, from + 8 * 1024);
    if (to == WHOLE) {
      response.end(slice(from, to));
    } else {
      response.write(slice(from, to)).onSuccess(_ -> piece(response, to));
    }
  }

  private static Buffer slice(int from, int to) {
    return Buffer.buffer(to - from).appendBytes(BODY, from, to - from);
  }
}
