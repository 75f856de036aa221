package agency.steward.local;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.testing.PostgresResource;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the local profile is made of exists in no other build. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class OtherBuildsTest {

  @Test
  void noBeanOfTheLocalProfileIsThere() {
    assertThat(Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE))
        .isNotEmpty()
        .extracting(bean -> bean.getBeanClass().getName())
        .filteredOn(name -> !name.endsWith("Test"))
        .noneMatch(name -> name.startsWith("agency.steward.local."))
        .noneMatch(name -> name.startsWith("agency.steward.sandbox."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/local/token", "/.well-known/jwks.json"})
  void nobodyHandsOutTokens(String path) {
    given().get(path).then().statusCode(404);
  }
}
