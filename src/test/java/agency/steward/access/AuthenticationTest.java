package agency.steward.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import agency.steward.testing.ForgedTokens;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is let in at all, as seen from outside. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class AuthenticationTest {
  /** Behind the gate there is nothing: 404 means that one got through. */
  private static final String BEHIND = "/v1/nothing-here";

  private static void getsThrough(String authorization) {
    given().header("Authorization", authorization).get(BEHIND).then().statusCode(404);
  }

  private static void isRefused(RequestSpecification request) {
    request
        .get(BEHIND)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer")
        .body("code", equalTo("UNAUTHENTICATED"));
  }

  static Stream<Named<String>> notTheIssuers() {
    return Stream.of(
        Named.of("alg none", ForgedTokens.unsigned("eve")),
        Named.of("HS256 with the public key", ForgedTokens.signedWithThePublicKey("eve")),
        Named.of("same kid", ForgedTokens.signedWithAnotherKeyOfTheSameName("eve")),
        Named.of("unknown kid", ForgedTokens.signedWithAnUnknownKey("eve")),
        Named.of("jwk in the header", ForgedTokens.bringingItsOwnKey("eve")),
        Named.of("changed claims", ForgedTokens.raised("eve")));
  }

  static Stream<Named<String>> notForHereOrNow() {
    return Stream.of(
        Named.of("expired", Tokens.expired("ann", "agency-admin")),
        Named.of("wrong issuer", Tokens.wrongIssuer("ann", "agency-admin")),
        Named.of("wrong audience", Tokens.wrongAudience("ann", "agency-admin")),
        Named.of("no audience", without("aud")),
        Named.of("no issuer", without("iss")),
        Named.of("no expiry", without("exp")),
        Named.of("not yet valid", Tokens.bearer("ann", c -> c.setNotBeforeMinutesInThePast(-10))));
  }

  private static String without(String claim) {
    return Tokens.bearer("ann", (JwtClaims claims) -> claims.unsetClaim(claim));
  }

  static Stream<Named<String>> notAToken() {
    return Stream.of(
        Named.of("garbage", "Bearer garbage"),
        Named.of("dots", "Bearer .."),
        Named.of("empty", "Bearer "),
        Named.of("basic", "Basic YW5uOnNlY3JldA=="),
        Named.of("no scheme", Tokens.bearer("ann", "agency-admin").substring("Bearer ".length())));
  }

  @ParameterizedTest
  @MethodSource({"notTheIssuers", "notForHereOrNow", "notAToken"})
  void nobodyGetsInWith(String authorization) {
    isRefused(given().header("Authorization", authorization));
  }

  @Test
  void withoutATokenEvenAPathThatDoesNotExistIsClosed() {
    isRefused(given());
  }

  @Test
  void aTokenCountsInItsHeaderOnly() {
    String token = Tokens.bearer("ann", "agency-admin").substring("Bearer ".length());
    isRefused(given().queryParam("access_token", token));
    isRefused(given().cookie("Bearer", token).cookie("access_token", token));
  }

  @Test
  void aTokenOfNobodyHoldsNobodyToIt() {
    given()
        .header("Authorization", without("sub"))
        .get("/v1/test-door/grant_read")
        .then()
        .statusCode(401)
        .body("code", equalTo("UNAUTHENTICATED"));
  }

  @Test
  void everyAlgorithmOfTheIssuerIsGoodEnough() {
    getsThrough(Tokens.bearer("ann", "agency-admin"));
    getsThrough(Tokens.ofTheOtherKey("ann", "agency-admin"));
  }
}
