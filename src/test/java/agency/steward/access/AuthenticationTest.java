package agency.steward.access;

import static io.restassured.RestAssured.given;

import agency.steward.testing.PostgresResource;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class AuthenticationTest {

  @Test
  void withoutATokenEvenAPathThatDoesNotExistIsClosed() {
    given().get("/v1/nothing-here").then().statusCode(401);
  }

  @Test
  void aGoodTokenGetsThrough() {
    given()
        .header("Authorization", Tokens.bearer("ann", "agency-admin"))
        .get("/v1/nothing-here")
        .then()
        .statusCode(404);
  }

  @Test
  void garbage() {
    given()
        .header("Authorization", "Bearer garbage")
        .get("/v1/nothing-here")
        .then()
        .statusCode(401);
  }
}
