package agency.steward.sandbox;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/** One event loop's share of the connections. */
final class Listener extends AbstractVerticle {
  static final String HOST = "127.0.0.1";
  private static final int BACKLOG = 16_384;
  private static final int LONGEST_HEADERS = 64 * 1024;

  private final int port;
  private final Handler<HttpServerRequest> handler;

  Listener(int port, Handler<HttpServerRequest> handler) {
    this.port = port;
    this.handler = handler;
  }

  @Override
  public void start(Promise<Void> started) {
    var options =
        new HttpServerOptions()
            .setHost(HOST)
            .setPort(port)
            .setAcceptBacklog(BACKLOG)
            .setMaxHeaderSize(LONGEST_HEADERS)
            .setMaxInitialLineLength(LONGEST_HEADERS);
    Future<Void> listening =
        vertx.createHttpServer(options).requestHandler(handler).listen().mapEmpty();
    listening.onComplete(started);
  }
}
