package agency.steward.instantly;

import io.vertx.core.Vertx;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A misbehaving server and a client of it, anew for each test. */
final class Served implements BeforeEachCallback, AfterEachCallback {
  private final Vertx vertx = Vertx.vertx();
  private Upstream upstream;
  private Client client;

  @Override
  public void beforeEach(ExtensionContext context) {
    upstream = new Upstream(vertx);
    client = new Client(vertx, upstream.port());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    client.close();
    upstream.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  Upstream upstream() {
    return upstream;
  }

  Client client() {
    return client;
  }

  Vertx vertx() {
    return vertx;
  }
}
