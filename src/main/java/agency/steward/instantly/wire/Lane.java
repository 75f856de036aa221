package agency.steward.instantly.wire;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;

/**
 * Connections that one event loop serves alone. Vert.x looks through all connections of a client
 * for a free one; in a lane there are fewer, and none of another event loop.
 */
final class Lane {
  /** Each stream has a window of its own; those that wait must not use up that of all others. */
  private static final int UNBOUNDED = Integer.MAX_VALUE;

  private final HttpClient client;
  private final Context eventLoop;

  /**
   * @param lanes how many there are, itself included
   */
  Lane(Vertx vertx, Context eventLoop, WireSettings settings, int lanes) {
    this.client =
        vertx
            .httpClientBuilder()
            .with(options(settings))
            .with(pool(settings, lanes))
            .withConnectHandler(Lane::made)
            .build();
    this.eventLoop = eventLoop;
  }

  /** Each flight hears for itself what fails, and Vert.x would log it: it may quote a body. */
  private static void made(HttpConnection connection) {
    connection.exceptionHandler(_ -> {});
    Unasked.refuse(connection);
  }

  Context eventLoop() {
    return eventLoop;
  }

  void send(RequestOptions request, Flight flight) {
    eventLoop.runOnContext(_ -> client.request(request).onComplete(flight::connected));
  }

  private static HttpClientOptions options(WireSettings settings) {
    var options =
        new HttpClientOptions()
            .setDefaultHost(settings.baseUrl().getHost())
            .setDefaultPort(settings.port())
            .setConnectTimeout((int) settings.connectTimeout().toMillis())
            .setKeepAliveTimeout((int) settings.keepAlive().toSeconds())
            .setHttp2KeepAliveTimeout((int) settings.keepAlive().toSeconds())
            .setTracingPolicy(TracingPolicy.IGNORE)
            .setSsl(settings.isTls());
    if (settings.isTls()) {
      options.setUseAlpn(true).setProtocolVersion(HttpVersion.HTTP_2);
      options.setHttp2ConnectionWindowSize(UNBOUNDED);
    }
    return options;
  }

  /** Calls wait in front of the lanes, where a wait can be given up; so nobody waits in here. */
  private static PoolOptions pool(WireSettings settings, int lanes) {
    return new PoolOptions()
        .setHttp1MaxSize(settings.callsInFlight())
        .setHttp2MaxSize(Math.ceilDiv(settings.http2Connections(), lanes))
        .setMaxWaitQueueSize(settings.callsInFlight());
  }

  void close() {
    client.close();
  }
}
