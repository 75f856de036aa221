package agency.steward.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import agency.steward.access.Right;
import agency.steward.fleet.answer.Coverage;
import agency.steward.fleet.answer.Format;
import agency.steward.fleet.answer.Rows;
import agency.steward.instantly.Deadline;
import agency.steward.instantly.body.Item;
import agency.steward.load.ClientStream;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

class FleetAnswerTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .findAndAddModules()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  private final FanOut fanOut = new FanOut(100, 100, new Latencies());
  private final HandAlarm alarm = new HandAlarm();
  private final Client client = new Client();
  private final CountDownLatch never = new CountDownLatch(1);
  private LongConsumer taken = _ -> {};

  @Test
  void atTheDeadlineTheAnswerGoesOutAndNamesWhoIsMissing() throws Exception {
    // Given: two answer, one never does
    var sending = send(answer(Some.workspaces(3), Completeness.ANY, Format.JSON, this::thirdHangs));
    await().until(() -> fanOut.inFlight() == 1);

    // When
    alarm.ring();
    sending.get();

    // Then
    JsonNode body = JSON.readTree(client.text());
    assertThat(body.path("items")).hasSize(4);
    assertThat(body.at("/coverage/total").asInt()).isEqualTo(3);
    assertThat(body.at("/coverage/ok").asInt()).isEqualTo(2);
    assertThat(body.at("/coverage/failures/0/workspace_name").asText()).isEqualTo("Client 3");
    assertThat(body.at("/coverage/failures/0/code").asText()).isEqualTo("UPSTREAM_TIMEOUT");
    assertThat(body.at("/coverage/failures/0/retryable").asBoolean()).isTrue();
    await().until(() -> fanOut.inFlight() == 0);
  }

  @Test
  void linesAreThereBeforeTheLastWorkspaceAnswers() throws Exception {
    // Given
    var sending =
        send(answer(Some.workspaces(3), Completeness.ANY, Format.NDJSON, this::thirdHangs));

    // When
    await().until(() -> client.text().lines().count() == 4);

    // Then
    assertThat(sending).isNotDone();
    alarm.ring();
    sending.get();
    assertThat(client.text().lines().toList().getLast()).startsWith("{\"coverage\":");
  }

  @Test
  void whereCompletenessIsRequiredNothingIsSentBeforeItIsCertain() {
    // Given
    var sending =
        send(answer(Some.workspaces(3), Completeness.NO_FAILURE, Format.JSON, this::thirdHangs));
    await().until(() -> fanOut.inFlight() == 1);

    // When
    alarm.ring();

    // Then
    assertThatThrownBy(sending::get)
        .cause()
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo(ProblemCode.COVERAGE_INCOMPLETE);
              assertThat(((Coverage) refused.problem().members().get("coverage")).failed())
                  .isEqualTo(1);
            });
    assertThat(client.text()).isEmpty();
  }

  @Test
  void whatIsHeldBackUntilItIsCompleteHasABound() throws Exception {
    List<Workspace> many = Some.workspaces(100);

    assertThatThrownBy(
            () -> send(answer(many, Completeness.NO_FAILURE, Format.JSON, this::twoRows)).get())
        .cause()
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.problem().code()).isEqualTo(ProblemCode.ANSWER_TOO_LARGE));
    assertThat(client.text()).isEmpty();

    send(answer(many, Completeness.ANY, Format.JSON, this::twoRows)).get();
    assertThat(JSON.readTree(client.text()).path("items")).hasSize(200);
  }

  @Test
  void aSkippedWorkspaceIsIncompleteOnlyToWhoDemandsAll() throws Exception {
    var suspended =
        new Targets.Inactive(Some.workspace(9), ProblemCode.WORKSPACE_SUSPENDED, Some.NOON);
    var targets = new Targets(Some.workspaces(1), List.of(suspended), List.of());

    send(answer(targets, Completeness.NO_FAILURE, Format.JSON, this::twoRows)).get();

    assertThat(JSON.readTree(client.text()).at("/coverage/skipped").asInt()).isEqualTo(1);
    assertThatThrownBy(
            () -> send(answer(targets, Completeness.ALL, Format.JSON, this::twoRows)).get())
        .cause()
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void aClientThatHangsUpEndsTheWork() {
    // Given
    var sending =
        send(answer(Some.workspaces(3), Completeness.ANY, Format.NDJSON, this::thirdHangs));
    await().until(() -> client.text().lines().count() == 4);

    // When
    client.hangUp();

    // Then
    assertThatThrownBy(sending::get).cause().isInstanceOf(IOException.class);
    await().until(() -> fanOut.inFlight() == 0);
    assertThat(alarm.disarmed).isTrue();
  }

  @Test
  void aReaderThatFallsBehindHoldsBackTheCallsAndNotTheHeap() {
    // Given: a buffer that one workspace fills, and a client that takes nothing
    var asked = new AtomicInteger();
    var narrow = new FanOut(2, 2, new Latencies());
    client.stopReading();
    var sending =
        send(
            answer(
                narrow,
                new Targets(Some.workspaces(100), List.of(), List.of()),
                Completeness.ANY,
                Format.NDJSON,
                (workspace, rows) -> {
                  asked.incrementAndGet();
                  return twoRows(workspace, rows);
                }));

    // When
    await().until(client::isBlocked);
    await().during(Duration.ofMillis(50)).until(() -> narrow.inFlight() == 0);

    // Then
    assertThat(sending).isNotDone();
    assertThat(asked).hasValueLessThan(10);
    client.readOn();
    sending.join();
    assertThat(client.text().lines()).hasSize(201);
  }

  @Test
  void rowsThatDoNotFitIntoOneOrderAreAFailureAndNotADifferentOrder() throws Exception {
    // Given: room for 1,000 bytes
    Call ordered =
        (workspace, rows) ->
            Reading.Ordered.of(
                workspace,
                Collections.nCopies(workspace.equals(Some.workspace(2)) ? 50 : 2, row()),
                row -> workspace.name(),
                rows);

    // When
    send(answer(Some.workspaces(3), Completeness.ANY, Format.JSON, ordered)).get();

    // Then
    JsonNode body = JSON.readTree(client.text());
    assertThat(body.path("items"))
        .extracting(row -> row.path("workspace_name").asText())
        .containsExactly("Client 1", "Client 1", "Client 3", "Client 3");
    assertThat(body.at("/coverage/ok").asInt()).isEqualTo(2);
    assertThat(body.at("/coverage/failures/0/workspace_name").asText()).isEqualTo("Client 2");
    assertThat(body.at("/coverage/failures/0/code").asText()).isEqualTo("ANSWER_TOO_LARGE");
  }

  @Test
  void anOrderedAnswerWaitsForTheLastWorkspaceAndNotForEver() throws Exception {
    // Given
    Call ordered =
        (workspace, rows) -> {
          thirdHangs(workspace, rows);
          return Reading.Ordered.of(workspace, List.of(row()), row -> workspace.name(), rows);
        };
    var sending = send(answer(Some.workspaces(3), Completeness.ANY, Format.JSON, ordered));
    await().until(() -> fanOut.inFlight() == 1);
    assertThat(client.text()).doesNotContain("m1");

    // When
    alarm.ring();
    sending.get();

    // Then
    JsonNode body = JSON.readTree(client.text());
    assertThat(body.path("items")).hasSize(2);
    assertThat(body.at("/coverage/failures/0/code").asText()).isEqualTo("UPSTREAM_TIMEOUT");
  }

  @Test
  void aWorkspaceThatCannotBeHeldToBePutInOrderIsMissingFromAnAnswerThatIsUnderWay()
      throws Exception {
    taken =
        _ -> {
          throw Problem.of(ProblemCode.OVERLOADED, "full").thrown();
        };
    Call ordered =
        (workspace, rows) ->
            Reading.Ordered.of(workspace, List.of(row()), each -> each.path("id").asText(), rows);

    send(answer(Some.workspaces(2), Completeness.ANY, Format.JSON, ordered)).get();

    JsonNode body = JSON.readTree(client.text());
    assertThat(body.path("items")).isEmpty();
    assertThat(body.at("/coverage/failed").asInt()).isEqualTo(2);
    assertThat(body.at("/coverage/failures/0/code").asText()).isEqualTo("OVERLOADED");
  }

  @Test
  void whatCannotBeHeldBesideWhatOthersHoldIsRefusedBeforeAnythingIsSent() {
    var held = new AtomicLong();
    taken =
        bytes -> {
          if (held.addAndGet(bytes) > 100) {
            throw Problem.of(ProblemCode.OVERLOADED, "full").thrown();
          }
        };

    assertThatThrownBy(
            send(answer(Some.workspaces(5), Completeness.ALL, Format.JSON, this::twoRows))::get)
        .cause()
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.OVERLOADED));
    assertThat(client.text()).isEmpty();
  }

  private static Item row() {
    return new Item.Parsed(JSON.createObjectNode().put("id", "m1"));
  }

  private Reading thirdHangs(Workspace workspace, Rows rows) {
    if (workspace.equals(Some.workspace(3))) {
      try {
        never.await();
      } catch (InterruptedException cancelled) {
        throw new IllegalStateException(cancelled);
      }
    }
    return twoRows(workspace, rows);
  }

  private Reading twoRows(Workspace workspace, Rows rows) {
    return new Reading.Rows(workspace, rows.rows(workspace, List.of(row(), row())));
  }

  private interface Call {
    Reading to(Workspace workspace, Rows rows);
  }

  private FleetAnswer answer(
      List<Workspace> active, Completeness completeness, Format format, Call call) {
    return answer(new Targets(active, List.of(), List.of()), completeness, format, call);
  }

  private FleetAnswer answer(Targets targets, Completeness completeness, Format format, Call call) {
    return answer(fanOut, targets, completeness, format, call);
  }

  private FleetAnswer answer(
      FanOut by, Targets targets, Completeness completeness, Format format, Call call) {
    Rows rows = Rows.of(format, List.of("id"), JSON);
    return new FleetAnswer(
        targets,
        roll -> by.ask(targets.active(), roll, w -> call.to(w, rows)),
        rows,
        new FleetQuery(Optional.empty(), Set.of(), Duration.ofSeconds(10), format, completeness),
        Deadline.in(Duration.ofSeconds(10)),
        alarm,
        Some.NOON,
        new FleetRead("things", Right.MEMBER_READ, List.of("id"), workspace -> List.of()),
        new FleetAnswer.Bounds(Some.memory(), taken, 20, 2_000, 1_000));
  }

  private CompletableFuture<Void> send(FleetAnswer answer) {
    var sent = new CompletableFuture<Void>();
    Thread.startVirtualThread(() -> {
      try {
        answer.sendTo(client);
        sent.complete(null);
      } catch (IOException | RuntimeException failed) {
        sent.completeExceptionally(failed);
      }
    });
    return sent;
  }

  /** An alarm that is rung by hand. */
  private static final class HandAlarm implements Alarm {
    private final CompletableFuture<Runnable> set = new CompletableFuture<>();
    volatile boolean disarmed;

    @Override
    public Runnable at(Deadline deadline, Runnable ring) {
      set.complete(ring);
      return () -> disarmed = true;
    }

    void ring() {
      set.join().run();
    }
  }

  /** A client whose reading the test decides. */
  private static final class Client implements ClientStream {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private volatile CountDownLatch reading = new CountDownLatch(0);
    private volatile Runnable gone = () -> {};
    private volatile boolean blocked;

    @Override
    public void onGone(Runnable then) {
      gone = then;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      blocked = reading.getCount() > 0;
      try {
        reading.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      synchronized (taken) {
        taken.writeBytes(bytes);
      }
    }

    String text() {
      synchronized (taken) {
        return taken.toString(StandardCharsets.UTF_8);
      }
    }

    boolean isBlocked() {
      return blocked;
    }

    void stopReading() {
      reading = new CountDownLatch(1);
    }

    void readOn() {
      reading.countDown();
    }

    void hangUp() {
      gone.run();
    }
  }
}
