package agency.steward.web;

import static io.restassured.RestAssured.given;

import agency.steward.testing.PostgresResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class AliasesTest {
  @TestHTTPResource(management = true)
  URI management;

  @ParameterizedTest
  @ValueSource(strings = {"/openapi", "/q/openapi"})
  void theDescriptionOfTheApiIsOpenToEverybody(String path) {
    given().get(path).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/metrics"})
  void itIsWhereProbesLookAndWhereQuarkusPutsIt(String path) {
    given().get(management.resolve(path)).then().statusCode(200);
    given().get(management.resolve("/q" + path)).then().statusCode(200);
  }
}
