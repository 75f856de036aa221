package agency.steward.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import agency.steward.testing.PostgresResource;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class AccessLogTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private final Logger logger = LogContext.getLogContext().getLogger(AccessLog.CATEGORY);
  private final Lines lines = new Lines();

  private static final class Lines extends ExtHandler {
    private final List<ExtLogRecord> all = new CopyOnWriteArrayList<>();

    @Override
    protected void doPublish(ExtLogRecord line) {
      line.copyAll();
      all.add(line);
    }
  }

  @BeforeEach
  void listen() {
    logger.addHandler(lines);
    logger.setLevel(Level.INFO);
  }

  @AfterEach
  void stopListening() {
    logger.setLevel(Level.OFF);
    logger.removeHandler(lines);
  }

  private ExtLogRecord lineOf(String requestId) {
    return await()
        .until(
            () ->
                lines.all.stream()
                    .filter(line -> requestId.equals(line.getMdc("request_id")))
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  @Test
  void aRequestIsOneLineWithItsFactsAsFields() {
    given()
        .header("Authorization", Tokens.bearer("ann", "agency-admin"))
        .header("X-Request-Id", "access-log-1")
        .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
        .get("/v1/test-echo?from=100")
        .then()
        .statusCode(200);
    ExtLogRecord line = lineOf("access-log-1");
    assertThat(line.getMdc("method")).isEqualTo("GET");
    assertThat(line.getMdc("path")).isEqualTo("/v1/test-echo");
    assertThat(line.getMdc("status")).isEqualTo("200");
    assertThat(line.getMdc("subject")).isEqualTo("ann");
    assertThat(line.getMdc("trace_id")).isEqualTo(TRACE);
    assertThat(Long.parseLong(line.getMdc("duration_ms"))).isNotNegative();
    assertThat(Long.parseLong(line.getMdc("bytes"))).isPositive();
    assertThat(line.getFormattedMessage()).startsWith("GET /v1/test-echo 200 ").endsWith(" ann");
  }

  @Test
  void nothingSecretIsInIt() {
    given()
        .header("Authorization", "Bearer sk-token")
        .header("X-Request-Id", "access-log-2")
        .contentType("application/json")
        .body("{\"inner\":{\"api_key\":\"sk-body\"}}")
        .post("/v1/test-echo?sec=sk-query")
        .then()
        .statusCode(401);
    ExtLogRecord line = lineOf("access-log-2");
    assertThat(line.getFormattedMessage() + line.getMdcCopy()).doesNotContain("sk-");
    assertThat(line.getMdc("subject")).isEqualTo("-");
  }
}
