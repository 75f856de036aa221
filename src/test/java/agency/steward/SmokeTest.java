package agency.steward;

import static io.restassured.RestAssured.when;

import agency.steward.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SmokeTest {
  @TestHTTPResource(value = "/health/ready", management = true)
  String ready;

  @Test
  void itIsReadyOnTheManagementPort() {
    when().get(ready).then().statusCode(200);
  }
}
