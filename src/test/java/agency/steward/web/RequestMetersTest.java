package agency.steward.web;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.testing.PostgresResource;
import agency.steward.testing.TokensResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class RequestMetersTest {
  @Inject MeterRegistry meters;

  private String label(String key, String method, String uri, String status) {
    return meters
        .timer(
            "http.server.requests", "method", method, "uri", uri, "outcome", "x", "status", status)
        .getId()
        .getTag(key);
  }

  @ParameterizedTest
  @CsvSource({
    "/wp-login.php, 401, UNKNOWN",
    "/v1/nothing/of/that/kind, 401, UNKNOWN",
    "/v1/nothing/of/that/kind, RESET, UNKNOWN",
    "/v1/members, 503, /v1/members",
    "/v1/workspaces/labels, 413, /v1/workspaces/labels",
    "/v1/workspaces/{id}, 404, /v1/workspaces/{id}",
    "/v1/workspaces/0197/members/5, 429, UNKNOWN",
    "NOT_FOUND, 404, NOT_FOUND",
    "/q/swagger-ui/index.html, 200, /q/swagger-ui/index.html",
  })
  void aPathIsALabelOnlyWhereItIsOneOfTheApi(String path, String status, String label) {
    assertThat(label("uri", "GET", path, status)).isEqualTo(label);
  }

  @Test
  void aMethodThatNobodyKnowsIsNoLabel() {
    assertThat(label("method", "PATCH", "/v1/members", "405")).isEqualTo("PATCH");
    assertThat(label("method", "BREW", "/v1/members", "405")).isEqualTo("UNKNOWN");
  }

  @Test
  void whoGuessesAddressesDoesNotEndTheMeteringOfOthers() {
    IntStream.range(0, 300).forEach(i -> label("uri", "GET", "/guessed/" + i, "401"));

    assertThat(label("uri", "GET", "/v1/guard-policy", "200")).isEqualTo("/v1/guard-policy");
    assertThat(meters.find("http.server.requests").tag("uri", "/v1/guard-policy").timer())
        .isNotNull();
  }
}
