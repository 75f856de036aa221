package agency.steward.fleet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import agency.steward.testing.LiarResource;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fleet of which most answer with something that is no answer. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(value = LiarResource.class, restrictToAnnotatedClass = true)
class FleetOfLiarsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HEAD = "HTTP/1.1 200 OK\r\n";
  private static final String SILENCE = LiarResource.stays("");

  private static final List<String> GOOD =
      List.of(
          LiarResource.stays(page("{\"items\":[{\"id\":\"m1\"},{\"id\":\"m2\"}]}")),
          LiarResource.stays(page("{\"items\":[]}")),
          LiarResource.stays(page("{\n\"items\":[{\"id\":\"pretty\"}]}")),
          LiarResource.stays(page("{\"items\":[{\"id\":\"once\"}],\"next_starting_after\":\"c\"}")),
          LiarResource.stays(
              page("{\"items\":[{\"id\":\"long\",\"n\":\"" + "1e".repeat(90) + "\"}]}")),
          LiarResource.ends(HEAD + "\r\n{\"items\":[{\"id\":\"m1\"}]}"),
          LiarResource.stays(
              "HTTP/1.1 103 Early Hints\r\n\r\n" + page("{\"items\":[{\"id\":\"m\"}]}")));

  private static final List<String> BAD =
      List.of(
          LiarResource.ends(""),
          LiarResource.ends(HEAD),
          LiarResource.stays("no HTTP\r\n\r\n"),
          LiarResource.stays(HEAD + "X: " + "x".repeat(200) + "\r\nContent-Length: x\r\n\r\n"),
          LiarResource.ends(HEAD + "Content-Length: 99\r\n\r\n{\"items\":[]}"),
          LiarResource.stays(HEAD + "Content-Length: 99999999\r\n\r\n"),
          LiarResource.stays(HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
          LiarResource.stays("HTTP/1.1 102 Processing\r\n\r\n"),
          LiarResource.stays("HTTP/1.1 204 No Content\r\n\r\n"),
          LiarResource.stays("HTTP/1.1 304 Not Modified\r\n\r\n"),
          LiarResource.stays("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"),
          LiarResource.stays("HTTP/1.1 429 No\r\nContent-Length: 0\r\nRetry-After: 60\r\n\r\n"),
          LiarResource.stays(page("")),
          LiarResource.stays(page("[]")),
          LiarResource.stays(page("{\"items\":null}")),
          LiarResource.stays(page("{\"items\":[null]}")),
          LiarResource.stays(page("{\"items\":[{\"id\":NaN}]}")),
          LiarResource.stays(page("{\"items\":[{\"n\":1e99999999999}]}")),
          LiarResource.stays(page("{\"items\":[{\"id\":\"m1\"}],\"next_starting_after\":{}}")),
          LiarResource.stays(page("{\"items\":[{\"organization\":\"somebody else's\"}]}")),
          SILENCE,
          LiarResource.stays(HEAD),
          LiarResource.stays(HEAD + "Content-Length: 99\r\n\r\n{\"items\":["));

  private static final List<String> RESTING_AT_ZERO =
      List.of(
          "steward.fleet.calls.in.flight",
          "steward.fleet.answers.waiting",
          "steward.instantly.calls.in.flight",
          "steward.instantly.calls.waiting.for.quota",
          "steward.load.taken");

  @Inject Registered registered;
  @Inject MeterRegistry meters;
  @TestHTTPResource URI steward;

  private final String batch = "b" + UUID.randomUUID().toString().substring(0, 8);

  private static String page(String json) {
    return HEAD + "Content-Length: " + json.length() + "\r\n\r\n" + json;
  }

  /** What one answer says: who failed and with what, and the rows of the others. */
  private record Told(Map<String, String> failed, List<String> rows) {
    Told() {
      this(new TreeMap<>(), new ArrayList<>());
    }
  }

  @BeforeEach
  void register() {
    for (int i = 0; i < 2; i++) {
      GOOD.forEach(this::register);
      BAD.forEach(this::register);
    }
  }

  private Workspace register(String key) {
    return registered.workspace(UUID.randomUUID().toString(), key, Map.of("batch", batch));
  }

  /** Rows of which nothing is as described: so they are not held against the description. */
  private String asked(String format, String deadline) throws Exception {
    String query = "?format=%s&deadline=%s&selector=batch%%3D%s".formatted(format, deadline, batch);
    HttpRequest request =
        HttpRequest.newBuilder(steward.resolve("/v1/members" + query))
            .header("Authorization", Tokens.bearer("ann", "agency-admin"))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      return response.body();
    }
  }

  @Test
  void everyFormatTellsTheSameAndNobodyIsLeftOut() throws Exception {
    asked("json", "PT3S");

    JsonNode json = JSON.readTree(asked("json", "PT3S"));
    List<String> lines = asked("ndjson", "PT3S").lines().toList();
    List<String> csv = asked("csv", "PT3S").lines().toList();

    JsonNode coverage = json.path("coverage");
    assertThat(coverage.path("total").asInt()).isEqualTo(2 * (GOOD.size() + BAD.size()));
    assertThat(coverage.path("ok").asInt()).isEqualTo(2 * GOOD.size());
    assertThat(coverage.path("failed").asInt()).isEqualTo(2 * BAD.size());
    Told told = told(json.path("items"), coverage);
    assertThat(told.failed()).hasSize(2 * BAD.size());
    assertThat(new TreeSet<>(told.failed().values()))
        .containsExactly(
            "UPSTREAM_ERROR",
            "UPSTREAM_INVALID",
            "UPSTREAM_RATE_LIMITED",
            "UPSTREAM_TIMEOUT",
            "UPSTREAM_UNREACHABLE",
            "WORKSPACE_IDENTITY_MISMATCH");
    assertThat(told.rows()).hasSize(2 * 7);
    assertThat(ofLines(lines)).isEqualTo(told);
    assertThat(ofCsv(csv)).isEqualTo(told);
    awaitRest();
  }

  private static Told told(Iterable<JsonNode> rows, JsonNode coverage) {
    var told = new Told();
    rows.forEach(
        row -> told.rows().add(row.path("workspace_id").asText() + " " + row.path("id").asText()));
    told.rows().sort(null);
    coverage
        .path("failures")
        .forEach(
            one -> told.failed().put(one.path("workspace_id").asText(), one.path("code").asText()));
    return told;
  }

  private static Told ofLines(List<String> lines) throws Exception {
    var rows = new ArrayList<JsonNode>();
    for (String line : lines) {
      rows.add(JSON.readTree(line));
    }
    return told(rows, rows.removeLast().path("coverage"));
  }

  /** No cell in front of the ids has a comma in it. */
  private static Told ofCsv(List<String> lines) {
    int id = List.of(lines.getFirst().split(",")).indexOf("id");
    var told = new Told();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (cells[2].isEmpty()) {
        told.rows().add(cells[0] + " " + cells[id]);
      } else {
        told.failed().put(cells[0], cells[2]);
      }
    }
    told.rows().sort(null);
    return told;
  }

  @Test
  void whoGoesAwayInTheMiddleOfItLeavesNothingBehind() throws Exception {
    for (int i = 0; i < 60; i++) {
      String format = i % 3 == 0 ? "json" : "ndjson";
      try (var socket = new Socket(steward.getHost(), steward.getPort())) {
        socket.setSoLinger(i % 2 == 0, 0);
        socket.getOutputStream().write(request(format).getBytes(US_ASCII));
        if (i % 5 > 0 && format.equals("ndjson")) {
          assertThat(socket.getInputStream().read()).isNotNegative();
        }
      }
      if (i % 10 == 9) {
        awaitRest();
      }
    }

    assertThat(JSON.readTree(asked("json", "PT3S")).at("/coverage/ok").asInt())
        .isEqualTo(2 * GOOD.size());
    awaitRest();
  }

  private String request(String format) {
    return """
    GET /v1/members?format=%s&deadline=PT60S&selector=batch%%3D%s HTTP/1.1\r
    Host: localhost\r
    Authorization: %s\r
    \r
    """
        .formatted(format, batch, Tokens.bearer("ann", "agency-admin"));
  }

  private void awaitRest() {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          for (String gauge : RESTING_AT_ZERO) {
            assertThat(meters.get(gauge).gauges()).extracting(Gauge::value).containsOnly(0.0);
          }
          assertThat(LiarResource.open()).isLessThanOrEqualTo(2 * (GOOD.size() + BAD.size()));
        });
  }
}
