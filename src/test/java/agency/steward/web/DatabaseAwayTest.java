package agency.steward.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import agency.steward.testing.StoppablePostgres;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes away under a running Steward and comes back. */
@QuarkusTest
@TestProfile(DatabaseAwayTest.OwnDatabase.class)
class DatabaseAwayTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  public static class OwnDatabase implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(StoppablePostgres.class),
          new TestResourceEntry(TokensResource.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }
  }

  StoppablePostgres postgres;

  @TestHTTPResource(value = "/health/ready", management = true)
  String ready;

  @TestHTTPResource(value = "/health/live", management = true)
  String live;

  /** One without a fleet role: whether they may is asked of the table of grants. */
  private static Response ask() {
    return given()
        .header("Authorization", Tokens.bearer("nobody"))
        .get("/v1/test-door/member_read/in/" + UUID.randomUUID());
  }

  @Test
  void itIsSaidQuicklyAndOverWithoutARestart() {
    ask().then().statusCode(404);
    when().get(ready).then().statusCode(200);

    postgres.goAway();
    for (int i = 0; i < 3; i++) {
      Response answer = ask();
      answer
          .then()
          .statusCode(503)
          .body("code", equalTo("DATABASE_UNAVAILABLE"))
          .body("retryable", equalTo(true))
          .header("Retry-After", "2");
      assertThat(answer.time()).isLessThan(SOON.toMillis());
    }
    when().get(ready).then().statusCode(503);
    when().get(live).then().statusCode(200);

    postgres.comeBack();
    await().atMost(SOON).until(() -> ask().statusCode() == 404);
    ask().then().statusCode(404);
    await().atMost(SOON).until(() -> when().get(ready).statusCode() == 200);
  }
}
