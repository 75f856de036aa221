package agency.steward.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import agency.steward.testing.PostgresResource;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class ProblemsOverHttpTest {
  private static final String ECHO = "/v1/test-echo";

  private static RequestSpecification ann() {
    return given().header("Authorization", Tokens.bearer("ann", "agency-admin"));
  }

  private static ValidatableResponse post(String body) {
    return ann().contentType("application/json").body(body).post(ECHO).then();
  }

  private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
    return answer
        .statusCode(status)
        .contentType(equalTo("application/problem+json"))
        .body("code", equalTo(code))
        .body("status", equalTo(status))
        .body("type", equalTo("urn:steward:problem:" + code.toLowerCase().replace('_', '-')))
        .body("request_id", matchesPattern("[0-9a-f-]{36}"))
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
  }

  @Test
  void aGoodBodyComesBackInSnakeCaseWithoutWhatIsAbsent() {
    post("{\"display_name\":\"x\",\"at\":\"2026-01-01T01:00:00+01:00\",\"on\":true}")
        .statusCode(200)
        .body("display_name", equalTo("x"))
        .body("at", equalTo("2026-01-01T00:00:00Z"))
        .body("$", not(hasItem("note")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"display_name\":5}|/display_name|a string",
        "{\"display_name\":true}|/display_name|a string",
        "{\"note\":5}|/note|a string",
        "{\"inner\":{\"api_key\":\"k\",\"count\":\"5\"}}|/inner/count|a number",
        "{\"inner\":{\"api_key\":\"k\",\"count\":1.5}}|/inner/count|a number",
        "{\"more\":[{\"api_key\":\"k\",\"count\":1},7]}|/more/1|an object",
        "{\"more\":{}}|/more|an array",
        "{\"on\":\"true\"}|/on|true or false",
        "{\"on\":1}|/on|true or false",
        "{\"colour\":\"blue\"}|/colour|one of",
        "{\"at\":\"yesterday\"}|/at|ISO 8601",
        "{\"at\":5}|/at|ISO 8601",
        "{\"labels\":{\"a~/b\":{}}}|/labels/a~0~1b|a string",
        "[]||an object",
        "\"x\"||an object",
      })
  void aWrongTypeIsNamedByItsPointer(String body, String pointer, String wanted) {
    problem(post(body), 400, "MALFORMED_REQUEST")
        .body("errors[0].pointer", equalTo(pointer == null ? "" : pointer))
        .body("errors[0].detail", containsString(wanted));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{",
        "{\"on\":true} x",
        "{\"on\":true,\"on\":false}",
        "{'on':true}",
        "x",
        "{\"on\":tru"
      })
  void whatIsNotOneJsonValueIsMalformed(String body) {
    problem(post(body), 400, "MALFORMED_REQUEST");
  }

  @Test
  void anUnknownFieldIsNamedWithThoseThatExist() {
    problem(
            post("{\"inner\":{\"api_key\":\"k\",\"count\":1,\"cuont\":1},\"on\":true}"),
            400,
            "UNKNOWN_FIELD")
        .body("errors[0].pointer", equalTo("/inner/cuont"))
        .body("detail", containsString("api_key, count"));
  }

  @Test
  void aDatabaseThatIsAwayIs503HoweverDeepItLies() {
    problem(ann().get(ECHO + "/failing/database").then(), 503, "DATABASE_UNAVAILABLE")
        .header("Retry-After", "2")
        .body("retry_after", equalTo(2))
        .body("retryable", equalTo(true));
  }

  @Test
  void whatNobodyForesawSaysNothingOfItself() {
    problem(ann().get(ECHO + "/failing/otherwise").then(), 500, "INTERNAL_ERROR")
        .body(not(containsString("sk-secret")));
  }

  @Test
  void theFrameworksOwnRefusalsAreProblems() {
    problem(given().get(ECHO).then(), 401, "UNAUTHENTICATED").header("WWW-Authenticate", "Bearer");
    problem(ann().get("/v1/nothing").then(), 404, "NOT_FOUND")
        .body("instance", equalTo("/v1/nothing"));
    problem(ann().delete(ECHO).then(), 405, "METHOD_NOT_ALLOWED");
    problem(ann().accept("image/png").get(ECHO).then(), 406, "NOT_ACCEPTABLE");
    problem(
        ann().contentType("text/plain").body("x").post(ECHO).then(), 415, "UNSUPPORTED_MEDIA_TYPE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PUT    | /v1/members              | GET, HEAD
          PUT    | /v1/workspaces/x/members | GET, HEAD, POST
          DELETE | /v1/workspaces/x/details | GET, HEAD, PATCH
          POST   | /v1/workspaces/x         | DELETE, GET, HEAD, PATCH
          """)
  void aMethodThatAPathDoesNotHaveIsAnsweredWithThoseThatItHas(
      String method, String path, String allow) {
    problem(ann().request(method, path).then(), 405, "METHOD_NOT_ALLOWED")
        .header("Allow", equalTo(allow));
    problem(ann().request(method, path + "/nowhere/else").then(), 404, "NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /v1/test-echo          | GET, HEAD, OPTIONS, POST
          /v1/test-echo/bulk     | OPTIONS, POST
          /v1/test-echo/optional | OPTIONS, POST
          """)
  void optionsNamesTheMethodsOfThePathAndNotOfItsNeighbours(String path, String allow) {
    ann().options(path).then().statusCode(200).header("Allow", equalTo(allow));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ledger?actor=%00", "profiles/%00", "change-sets?created_by=a%00"})
  void textThatNoDatabaseHoldsIsTheCallersFault(String path) {
    problem(ann().urlEncodingEnabled(false).get("/v1/" + path).then(), 400, "MALFORMED_REQUEST");
  }

  @ParameterizedTest
  @CsvSource({"/v1/%00", "/v1/../x", "/v1/x%2Fy", "/nothing", "/"})
  void noPathAnswersAnythingButAProblem(String path) {
    var answer = ann().urlEncodingEnabled(false).get(path).then();
    int status = answer.extract().statusCode();
    problem(answer, status, status == 404 ? "NOT_FOUND" : "MALFORMED_REQUEST");
  }

  @Test
  void aPageTokenLeadsThroughTheListAndNowhereElse() {
    String token =
        ann()
            .get(ECHO + "?page_size=100")
            .then()
            .statusCode(200)
            .body("items.size()", equalTo(100))
            .body("total_size", equalTo(130))
            .extract()
            .path("next_page_token");
    ann()
        .get(ECHO + "?page_token=" + token)
        .then()
        .statusCode(200)
        .body("items[0]", equalTo(101))
        .body("$", not(hasItem("next_page_token")));
    problem(ann().get(ECHO + "?from=3&page_token=" + token).then(), 400, "INVALID_PAGE_TOKEN");
    problem(
        given()
            .header("Authorization", Tokens.bearer("bob", "agency-admin"))
            .get(ECHO + "?page_token=" + token)
            .then(),
        400,
        "INVALID_PAGE_TOKEN");
    for (String size : List.of("1001", "0", "%2B3", "%D9%A3", "007")) {
      problem(
          ann().urlEncodingEnabled(false).get(ECHO + "?page_size=" + size).then(),
          400,
          "INVALID_PARAMETER");
    }
  }
}
