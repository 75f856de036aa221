package agency.steward.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowReaderTest {
  private static final int BLOCK = 256 * 1024;

  /** More than the buffers of two sockets hold. */
  private static final int BLOCKS = 200;

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger cutOff = new AtomicInteger();
  private final CompletableFuture<IOException> givenUp = new CompletableFuture<>();
  private HttpServer server;

  @BeforeEach
  void serve() {
    Router router = Router.router(vertx);
    router.get("/slow").handler(request -> stream(request, Duration.ofMillis(300)));
    router.get("/").handler(request -> stream(request, Duration.ofMinutes(5)));
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void stream(RoutingContext request, Duration patience) {
    var client = new HttpClientStream(request, patience, cutOff::incrementAndGet);
    Thread.startVirtualThread(() -> {
      try {
        for (int i = 0; i < BLOCKS; i++) {
          client.write(new byte[BLOCK]);
        }
        request.response().end();
      } catch (IOException gone) {
        givenUp.complete(gone);
      }
    });
  }

  private Socket ask(String path) throws IOException {
    var socket = new Socket("127.0.0.1", server.actualPort());
    socket
        .getOutputStream()
        .write(
            "GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                .formatted(path)
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  @Test
  void whoReadsNothingIsCutOffAndWhoReadsGetsEverything() throws IOException {
    try (Socket asleep = ask("/slow");
        Socket awake = ask("/")) {
      long read = awake.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
      await().atMost(Duration.ofMinutes(1)).until(givenUp::isDone);

      assertThat(read).isGreaterThan((long) BLOCK * BLOCKS);
      assertThat(givenUp.join()).hasMessageContaining("took nothing for PT0.3S");
      assertThat(cutOff).hasValue(1);
      assertThat(asleep.isClosed()).isFalse(); // it was the other end
    }
  }
}
