package agency.steward.instantly.wire;

import agency.steward.instantly.wire.Answer.Loss;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;

/** The connections to Instantly, shared by all workspaces. */
public final class Wire implements AutoCloseable {
  private static final CharSequence AS_WORKSPACE = HttpHeaders.createOptimized("x-as-workspace");
  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

  private final Vertx vertx;
  private final HttpClient client;
  private final WireSettings settings;
  private final CharSequence userAgent;
  private final String base;
  private final Room room;
  private final WireMeters meters;

  public Wire(Vertx vertx, WireSettings settings, MeterRegistry meters) {
    this.vertx = vertx;
    this.client = vertx.httpClientBuilder().with(options(settings)).with(pool(settings)).build();
    this.settings = settings;
    this.userAgent = HttpHeaders.createOptimized(settings.userAgent());
    this.base = settings.baseUrl().getRawPath().replaceAll("/+$", "");
    this.room = new Room(settings.callsInFlight(), settings.waitingCalls());
    this.meters = new WireMeters(meters, room);
  }

  /**
   * Sends it once and waits for the answer. An interrupted thread gets {@link Loss#CANCELLED} and
   * stays interrupted.
   *
   * @param sent run when the request has gone out, once or twice, on any thread, before this
   *     returns; not at all where it has not
   */
  public Answer exchange(Ask ask, Duration wait, Runnable sent) {
    long began = System.nanoTime();
    Answer answer = inRoom(ask, began + wait.toNanos(), sent);
    meters.took(answer, System.nanoTime() - began);
    return answer;
  }

  private Answer inRoom(Ask ask, long until, Runnable sent) {
    try {
      if (!room.enter(until - System.nanoTime())) {
        boolean late = until - System.nanoTime() <= 0;
        return new Answer.Lost(late ? Loss.TIMED_OUT : Loss.NO_ROOM, false, 0);
      }
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
      return new Answer.Lost(Loss.CANCELLED, false, 0);
    }
    try {
      var flight = new Flight(vertx, ask.body(), settings.maxResponse(), sent);
      client.request(request(ask)).onComplete(flight::connected);
      return flight.await(until - System.nanoTime());
    } finally {
      room.leave();
    }
  }

  private RequestOptions request(Ask ask) {
    MultiMap headers =
        HttpHeaders.headers()
            .add(HttpHeaders.AUTHORIZATION, "Bearer " + ask.key().reveal())
            .add(HttpHeaders.USER_AGENT, userAgent)
            .add(HttpHeaders.ACCEPT, JSON);
    ask.as().ifPresent(workspace -> headers.add(AS_WORKSPACE, workspace));
    ask.body().ifPresent(_ -> headers.add(HttpHeaders.CONTENT_TYPE, JSON));
    return new RequestOptions()
        .setMethod(ask.verb().method)
        .setURI(base + ask.target().uri())
        .setHeaders(headers);
  }

  private static HttpClientOptions options(WireSettings settings) {
    var options =
        new HttpClientOptions()
            .setDefaultHost(settings.baseUrl().getHost())
            .setDefaultPort(settings.port())
            .setConnectTimeout((int) settings.connectTimeout().toMillis())
            .setKeepAliveTimeout((int) settings.keepAlive().toSeconds())
            .setHttp2KeepAliveTimeout((int) settings.keepAlive().toSeconds())
            .setSsl(settings.isTls());
    if (settings.isTls()) {
      options.setUseAlpn(true).setProtocolVersion(HttpVersion.HTTP_2);
    }
    return options;
  }

  /** As large as the room, so that calls wait there, where a wait can be given up. */
  private static PoolOptions pool(WireSettings settings) {
    return new PoolOptions()
        .setHttp1MaxSize(settings.callsInFlight())
        .setHttp2MaxSize(settings.http2Connections())
        .setMaxWaitQueueSize(settings.callsInFlight());
  }

  @Override
  public void close() {
    client.close();
  }
}
