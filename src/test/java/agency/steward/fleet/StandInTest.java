package agency.steward.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of workspaces that did not answer: 1 answers, 2 fails, 3 is late, 4 is not active. */
class StandInTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .findAndAddModules()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();
  private static final Targets TARGETS =
      new Targets(
          Some.workspaces(3),
          List.of(
              new Targets.Inactive(Some.workspace(4), ProblemCode.WORKSPACE_SUSPENDED, Some.NOON)),
          List.of(Coverage.Failure.unknown("nobody")));
  private static final FleetRead READ =
      new FleetRead("things", Right.MEMBER_READ, List.of("status"), there -> List.of());
  private static final FleetRead STANDING_IN =
      READ.standingIn(
          absent -> Optional.of(status(absent.why() + (absent.skipped() ? " skipped" : ""))));

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  private static ObjectNode status(String status) {
    return JSON.createObjectNode().put("status", status);
  }

  private String answer(FleetRead read, Format format, Completeness completeness)
      throws IOException {
    Rows rows = Rows.of(format, List.of("status"), JSON);
    var ring = new AtomicReference<Runnable>();
    var never = new CountDownLatch(1);
    var fanOut = new FanOut(10, 10, new Latencies());
    new FleetAnswer(
            TARGETS,
            roll ->
                fanOut.ask(TARGETS.active(), roll, workspace -> call(workspace, rows, ring, never)),
            rows,
            new FleetQuery(
                Optional.empty(), Set.of(), Duration.ofSeconds(10), format, completeness),
            Deadline.in(Duration.ofSeconds(10)),
            (deadline, late) -> {
              ring.set(late);
              return () -> {};
            },
            Some.NOON,
            read,
            new FleetAnswer.Bounds(Some.memory(), _ -> {}, 1_000, 1_000, 1_000))
        .sendTo(new Client());
    return sent.toString(UTF_8);
  }

  /** The third one is what the deadline comes upon, once the others are through. */
  private static Reading call(
      Workspace workspace, Rows rows, AtomicReference<Runnable> ring, CountDownLatch others) {
    if (workspace.equals(Some.workspace(1))) {
      return new Reading.Rows(
          workspace, rows.rows(workspace, List.of(new Item.Parsed(status("well")))));
    }
    if (workspace.equals(Some.workspace(2))) {
      throw Problem.of(ProblemCode.UPSTREAM_ERROR, "500").thrown();
    }
    try {
      others.await(50, java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (InterruptedException cancelled) {
      throw new IllegalStateException(cancelled);
    }
    ring.get().run();
    throw new IllegalStateException("too late anyway");
  }

  private final class Client implements ClientStream {
    @Override
    public void onGone(Runnable then) {
      // stays
    }

    @Override
    public void write(byte[] bytes) {
      sent.writeBytes(bytes);
    }
  }

  @Test
  void everyWorkspaceHasItsRowInJsonAndCoverageSaysWhoDidNotAnswer() throws Exception {
    JsonNode body = JSON.readTree(answer(STANDING_IN, Format.JSON, Completeness.ANY));

    assertThat(body.path("items").valueStream())
        .extracting(row -> row.path("workspace_name").asText() + ": " + row.path("status").asText())
        .containsExactlyInAnyOrder(
            "Client 1: well",
            "Client 2: UPSTREAM_ERROR",
            "Client 3: UPSTREAM_TIMEOUT",
            "Client 4: WORKSPACE_SUSPENDED skipped");
    assertThat(body.at("/coverage/total").asInt()).isEqualTo(5);
    assertThat(body.at("/coverage/ok").asInt()).isEqualTo(1);
    assertThat(body.at("/coverage/failed").asInt()).isEqualTo(3);
    assertThat(body.at("/coverage/skipped").asInt()).isEqualTo(1);
  }

  @Test
  void theSameGoesForLinesAndTheCoverageStaysTheLast() throws Exception {
    List<String> lines = answer(STANDING_IN, Format.NDJSON, Completeness.ANY).lines().toList();

    assertThat(lines).hasSize(5);
    assertThat(lines.getLast()).startsWith("{\"coverage\":");
    assertThat(lines).filteredOn(line -> line.contains("UPSTREAM_TIMEOUT")).hasSize(2);
  }

  @Test
  void inCsvNobodyIsThereTwiceAndWhoIsUnknownHasAnError() throws Exception {
    List<String> lines = answer(STANDING_IN, Format.CSV, Completeness.ANY).lines().toList();

    assertThat(lines)
        .containsExactlyInAnyOrder(
            "workspace_id,workspace_name,error,status,more",
            id(1) + ",Client 1,,well,",
            id(2) + ",Client 2,UPSTREAM_ERROR,UPSTREAM_ERROR,",
            id(3) + ",Client 3,UPSTREAM_TIMEOUT,UPSTREAM_TIMEOUT,",
            id(4) + ",Client 4,WORKSPACE_SUSPENDED,WORKSPACE_SUSPENDED skipped,",
            "nobody,,WORKSPACE_NOT_FOUND,,");
  }

  @Test
  void withoutAStandInOnlyCsvTellsOfThemAmongTheRows() throws Exception {
    List<String> lines = answer(READ, Format.CSV, Completeness.ANY).lines().toList();

    assertThat(lines)
        .contains(id(2) + ",Client 2,UPSTREAM_ERROR,,", id(4) + ",Client 4,WORKSPACE_SUSPENDED,,");
    assertThat(lines).hasSize(6);
  }

  @Test
  void aStandInThatHasNothingToSayLeavesNothing() throws Exception {
    FleetRead silent = READ.standingIn(absent -> Optional.empty());

    assertThat(JSON.readTree(answer(silent, Format.JSON, Completeness.ANY)).path("items"))
        .hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aStandInMakesNoAnswerComplete(Format format) {
    assertThatThrownBy(() -> answer(STANDING_IN, format, Completeness.NO_FAILURE))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.COVERAGE_INCOMPLETE));
    assertThat(sent.size()).isZero();
  }

  private static String id(int number) {
    return Some.workspace(number).id().toString();
  }
}
