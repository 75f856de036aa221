package agency.steward.instantly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import agency.steward.credential.ApiKey;
import agency.steward.instantly.wire.Answer;
import agency.steward.instantly.wire.Ask;
import agency.steward.instantly.wire.Permit;
import agency.steward.instantly.wire.Target;
import agency.steward.instantly.wire.Verb;
import agency.steward.instantly.wire.Wire;
import agency.steward.instantly.wire.WireSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over TLS, HTTP/2 is taken where it is offered, and many calls share few connections. */
class Http2Test {
  private static final Permit FREE =
      new Permit() {
        @Override
        public boolean holds() {
          return true;
        }

        @Override
        public void sent() {}
      };

  private static final Duration WAIT = Duration.ofSeconds(20);

  private final Vertx vertx = Vertx.vertx();
  private final List<HttpVersion> versions = new CopyOnWriteArrayList<>();
  private final Set<Object> connections = ConcurrentHashMap.newKeySet();
  private final Set<HttpServerRequest> hanging = ConcurrentHashMap.newKeySet();
  private HttpServer server;

  @BeforeAll
  static void trust() {
    Certificate.trust();
  }

  @AfterAll
  static void trustAsBefore() {
    Certificate.trustAsBefore();
  }

  @BeforeEach
  void startServer() {
    server =
        vertx
            .createHttpServer(Certificate.shown())
            .requestHandler(this::answer)
            .listen(0, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  private void answer(HttpServerRequest request) {
    versions.add(request.version());
    connections.add(request.connection());
    if (request.path().endsWith("/hang")) {
      hanging.add(request);
      request.response().exceptionHandler(_ -> hanging.remove(request));
    } else {
      request.response().end("{}");
    }
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private Wire wire() {
    return new Wire(
        vertx,
        new WireSettings(
            URI.create("https://localhost:" + server.actualPort()),
            "steward/test",
            WAIT,
            WAIT,
            100,
            100,
            2,
            1024,
            64 * 1024),
        new SimpleMeterRegistry());
  }

  private static Ask ask(String path) {
    return new Ask(
        Verb.GET, Target.of(path, Map.of()), new ApiKey("key"), Optional.empty(), Optional.empty());
  }

  @Test
  void manyCallsShareFewConnections() throws Exception {
    try (Wire wire = wire();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Answer>>();
      for (int i = 0; i < 100; i++) {
        answers.add(threads.submit(() -> wire.exchange(ask("/x"), WAIT, FREE)));
      }
      for (Future<Answer> answer : answers) {
        assertThat(answer.get())
            .isInstanceOfSatisfying(Answer.Reply.class, r -> assertThat(r.isOk()).isTrue());
      }
    }
    assertThat(versions).hasSize(100).containsOnly(HttpVersion.HTTP_2);
    assertThat(connections).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void aCallThatIsGivenUpEndsItsStreamAndNotTheConnection() {
    try (Wire wire = wire()) {
      wire.exchange(ask("/x"), WAIT, FREE);
      int before = connections.size();

      Answer lost = wire.exchange(ask("/hang"), Duration.ofMillis(200), FREE);

      assertThat(lost).isEqualTo(new Answer.Lost(Answer.Loss.TIMED_OUT, true, 0));
      await().until(hanging::isEmpty);
      wire.exchange(ask("/x"), WAIT, FREE);
      assertThat(connections).hasSizeLessThanOrEqualTo(before + 1);
    }
  }
}
