package agency.steward.sandbox;

import agency.steward.sandbox.api.Operations;
import agency.steward.sandbox.behaviour.Switchboard;
import agency.steward.sandbox.control.Control;
import agency.steward.sandbox.front.ApiFront;
import agency.steward.sandbox.front.Fronts;
import agency.steward.sandbox.journal.Journal;
import agency.steward.sandbox.world.World;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A running sandbox: Instantly's API v2 and {@code /_sandbox} on one port of loopback. */
public final class Sandbox implements AutoCloseable {

  private final Vertx vertx;
  private final int port;

  private Sandbox(Vertx vertx, int port) {
    this.vertx = vertx;
    this.port = port;
  }

  /**
   * Returns once it answers.
   *
   * @throws PortInUseException when somebody else listens there
   */
  public static Sandbox start(SandboxOptions options) {
    int port = options.port() == 0 ? freePort() : options.port();
    Vertx vertx = Vertx.vertx(vertxOptions(options));
    try {
      var handler = handler(vertx, options);
      var deployment = new DeploymentOptions().setInstances(options.eventLoops());
      vertx
          .deployVerticle(() -> new Listener(port, handler), deployment)
          .toCompletionStage()
          .toCompletableFuture()
          .join();
      return new Sandbox(vertx, port);
    } catch (RuntimeException failed) {
      vertx.close();
      throw PortInUseException.orSame(failed, port);
    }
  }

  private static VertxOptions vertxOptions(SandboxOptions options) {
    return new VertxOptions()
        .setEventLoopPoolSize(options.eventLoops())
        .setWorkerPoolSize(2)
        .setInternalBlockingPoolSize(2)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  private static Handler<HttpServerRequest> handler(Vertx vertx, SandboxOptions options) {
    var world = World.open(options.log());
    var switchboard = new Switchboard(world);
    var journal = new Journal(options.journalLines());
    ApiFront api =
        Fronts.api(
            vertx,
            options.clock(),
            Operations.all(),
            world,
            switchboard,
            journal,
            options.limits());
    var control = new Control(vertx, options.clock(), world, switchboard, journal);
    return request -> {
      if (Control.isFor(request)) {
        control.handle(request);
      } else {
        api.handle(request);
      }
    };
  }

  public int port() {
    return port;
  }

  /** Its address, without a slash at the end. */
  public String url() {
    return "http://" + Listener.HOST + ":" + port;
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
