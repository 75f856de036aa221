package agency.steward.fleet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import agency.steward.ids.Ids;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxCall;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.Scarcity;
import agency.steward.testing.Tokens;
import agency.steward.workspace.Workspace;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workspaces with lists of several pages, and no memory for any of them. */
@QuarkusTest
@TestProfile(Scarcity.class)
class LongListsTest {
  private static final int WORKSPACES = 30;
  private static final int MEMBERS = 330;
  private static final int AHEAD = 8;

  @Inject Registered registered;

  private final String prefix = "long-" + Ids.next().toString().substring(24);
  private final List<Workspace> known = new ArrayList<>();
  private List<SandboxWorkspace> fleet;

  @BeforeEach
  void aFleet() {
    fleet = SandboxControl.fleet(WORKSPACES, MEMBERS, prefix);
    for (SandboxWorkspace each : fleet) {
      known.add(registered.workspace(each.id(), each.apiKey(), Map.of("fleet", prefix)));
      each.behave("GET", "/api/v2/workspace-members", "\"latency\":{\"median_ms\":20}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/x-ndjson", "text/csv", "application/json"})
  void allOfThemAreReadAndFewAtATime(String format) {
    // When
    String answer =
        given()
            .header("Authorization", Tokens.bearer("ann", "agency-admin"))
            .accept(format)
            .queryParam("selector", "fleet=" + prefix)
            .get("/v1/members")
            .then()
            .statusCode(200)
            .extract()
            .asString();

    // Then
    assertThat(answer.lines().filter(line -> line.contains("@" + prefix)))
        .hasSize(WORKSPACES * MEMBERS);
    assertThat(atOnce()).isBetween(2, AHEAD);
  }

  @Test
  void aPlanReadsThemAll() {
    // When
    String planned =
        given()
            .header("Authorization", Tokens.bearer("ann", "agency-admin"))
            .header("Idempotency-Key", Ids.next().toString())
            .contentType("application/json")
            .body(
                """
                {"kind":"remove","targets":{"selector":"fleet=%s"},"spec":{"emails":["m329@%s.example"]},"reason":"left"}
                """
                    .formatted(prefix, prefix))
            .post("/v1/change-sets?wait=PT20S")
            .then()
            .extract()
            .asString();

    // Then
    assertThat(planned).contains("\"total\":" + WORKSPACES, "\"state\":\"planned\"");
    assertThat(atOnce()).isBetween(2, AHEAD);
  }

  @Test
  void eachOfThemAloneIsReadAndFewAtATime() throws Exception {
    // Given
    String path = "/v1/workspaces/%s/members?page_size=1000&email=m329@" + prefix + ".example";
    List<Callable<Response>> reads =
        known.stream()
            .<Callable<Response>>map(each ->
                () ->
                    given()
                        .header("Authorization", Tokens.bearer("ann", "agency-admin"))
                        .get(path.formatted(each.id())))
            .toList();

    // When
    List<Response> answers = new ArrayList<>();
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Response> answer : clients.invokeAll(reads)) {
        answers.add(answer.get());
      }
    }

    // Then
    assertThat(answers)
        .hasSize(WORKSPACES)
        .allSatisfy(answer -> answer.then().statusCode(200).body("items", hasSize(1)));
    assertThat(atOnce()).isBetween(2, AHEAD);
  }

  /** How many lists were between their second and their last page at the same time. */
  private int atOnce() {
    List<Span> spans = fleet.stream().map(each -> Span.of(each.calls())).toList();
    return spans.stream()
        .mapToInt(one -> (int) spans.stream().filter(other -> other.isUnderWayAt(one.from)).count())
        .max()
        .orElse(0);
  }

  /** In ms, as the sandbox tells the time. */
  private record Span(long from, long to) {
    static Span of(List<SandboxCall> calls) {
      List<SandboxCall> pages =
          calls.stream().filter(call -> call.path().endsWith("/workspace-members")).toList();
      return new Span(pages.get(1).atMs(), pages.getLast().atMs());
    }

    boolean isUnderWayAt(long moment) {
      return from <= moment && moment < to;
    }
  }
}
