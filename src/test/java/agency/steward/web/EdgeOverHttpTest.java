package agency.steward.web;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import agency.steward.testing.PostgresResource;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits and headers that hold for every resource. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class EdgeOverHttpTest {
  private static final String ECHO = "/v1/test-echo";
  private static final int MIB = 1 << 20;

  @TestHTTPResource URI server;

  private static RequestSpecification ann() {
    return given().header("Authorization", Tokens.bearer("ann", "agency-admin"));
  }

  private static String bodyOf(int bytes) {
    String start = "{\"on\":true,\"note\":\"";
    return start + "x".repeat(bytes - start.length() - 2) + "\"}";
  }

  @Test
  void aBodyMayHaveOneMebibyte() {
    ann().contentType("application/json").body(bodyOf(MIB)).post(ECHO).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {MIB + 1, 2 * MIB, 16 * MIB})
  void aLargerOneIsTooLarge(int bytes) {
    ann()
        .contentType("application/json")
        .body(bodyOf(bytes))
        .post(ECHO)
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo("BODY_TOO_LARGE"));
  }

  @Test
  void oneOfUnknownLengthIsTooLargeAsSoonAsItIs() throws IOException {
    assertThat(chunked(ECHO, 2 * MIB)).startsWith("HTTP/1.1 413").contains("BODY_TOO_LARGE");
  }

  @Test
  void whatIsMarkedForBulkTakesSixteen() throws IOException {
    ann()
        .contentType("text/csv")
        .body("x".repeat(2 * MIB))
        .post(ECHO + "/bulk")
        .then()
        .statusCode(200)
        .body(equalTo(String.valueOf(2 * MIB)));
    assertThat(chunked(ECHO + "/bulk", 16 * MIB + 1)).startsWith("HTTP/1.1 413");
  }

  /** By hand, since clients like to send a length. */
  private String chunked(String path, int bytes) throws IOException {
    String body = "%x\r\n%s\r\n0\r\n\r\n".formatted(bytes, "x".repeat(bytes));
    return exchange(
        head(path, "Transfer-Encoding: chunked"), body.getBytes(StandardCharsets.US_ASCII));
  }

  private static String head(String path, String length) {
    return "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\nContent-Type: %s\r\nConnection: close\r\n%s\r\n\r\n"
        .formatted(
            path,
            Tokens.bearer("ann", "agency-admin"),
            path.endsWith("bulk") ? "text/csv" : "application/json",
            length);
  }

  private String exchange(String head, byte[] body) throws IOException {
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      var answer = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(answer);
      return answer.toString(StandardCharsets.US_ASCII);
    }
  }

  @Test
  void oneThatIsAnnouncedAsBeyondEveryLimitIsNotWaitedFor() throws IOException {
    String announced = "Content-Length: " + 18 * MIB;
    assertThat(exchange(head(ECHO, announced), new byte[0]))
        .startsWith("HTTP/1.1 413")
        .contains("BODY_TOO_LARGE");
  }

  @ParameterizedTest
  @ValueSource(ints = {16 * MIB + 1, 24 * MIB})
  void whoSendsAllOfItBeforeTheyReadAreAnsweredToo(int bytes) throws IOException {
    assertThat(exchange(head(ECHO, "Content-Length: " + bytes), new byte[bytes]))
        .startsWith("HTTP/1.1 413")
        .contains("BODY_TOO_LARGE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/%zz", ECHO + "?from=%", ECHO + "?from=|", "/%", "/v1/a\\b"})
  void whatIsNoUriIsAnsweredByAProblem(String uri) throws IOException {
    refused(get(uri, ""), 400);
  }

  /** Quarkus and Netty have no body for these, where they are asked first. */
  @Test
  void oneThatIsTooLongIsTooAndSoAreTooManyHeaders() throws IOException {
    String fits = ECHO + "?from=7&unknown=";
    refused(get(fits + "x".repeat(RequestLine.LONGEST_URI + 1 - fits.length()), ""), 414);
    refused(get(ECHO, "X-More: " + "x".repeat(RequestLine.HEADERS) + "\r\n"), 431);
    assertThat(get(fits + "x".repeat(RequestLine.LONGEST_URI - fits.length()), ""))
        .startsWith("HTTP/1.1 400")
        .contains("UNKNOWN_PARAMETER");
  }

  private static void refused(String answer, int status) {
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .containsIgnoringCase("content-type: application/problem+json")
        .containsIgnoringCase("x-request-id: ")
        .contains("\"status\":" + status, "\"code\":\"MALFORMED_REQUEST\"");
  }

  private String get(String uri, String more) throws IOException {
    String head =
        "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\nConnection: close\r\n%s\r\n"
            .formatted(uri, Tokens.bearer("ann", "agency-admin"), more);
    return exchange(head, new byte[0]);
  }

  @ParameterizedTest
  @CsvSource({"gzip,415", "'identity, br',415", "identity,200", "Identity,200"})
  void aCompressedBodyIsNotTaken(String coding, int status) {
    ValidatableResponse answer =
        ann()
            .contentType("application/json")
            .header("Content-Encoding", coding)
            .body(bodyOf(64))
            .post(ECHO)
            .then()
            .statusCode(status);
    if (status == 415) {
      answer
          .contentType("application/problem+json")
          .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"))
          .body("detail", containsString("Compressed"));
    }
  }

  private static Stream<byte[]> nothing() {
    return Stream.of(
        "".getBytes(UTF_8),
        " ".getBytes(UTF_8),
        "null".getBytes(UTF_8),
        (" ".repeat(9_000) + "null\n").getBytes(UTF_8),
        "\uFEFFnull".getBytes(UTF_8),
        "null".getBytes(UTF_16LE),
        "null".getBytes(UTF_16));
  }

  @ParameterizedTest
  @MethodSource("nothing")
  void noBodyWhereOneIsNeededIsARefusal(byte[] nothing) {
    ann()
        .contentType("application/json")
        .body(nothing)
        .post(ECHO)
        .then()
        .statusCode(400)
        .body("code", equalTo("MALFORMED_REQUEST"));
  }

  @Test
  void whereNoneIsNeededNoneIsFine() {
    ann()
        .contentType("application/json")
        .post(ECHO + "/optional")
        .then()
        .statusCode(200)
        .body(equalTo("none"));
  }

  @Test
  void anUnknownParameterIsNamedWithThoseThatExist() {
    ann()
        .get(ECHO + "?page_sice=3")
        .then()
        .statusCode(400)
        .body("code", equalTo("UNKNOWN_PARAMETER"))
        .body("errors[0].pointer", equalTo("page_sice"))
        .body("detail", containsString("Known here: from, page_size, page_token."));
    ann().post(ECHO + "?x").then().statusCode(400).body("code", equalTo("UNKNOWN_PARAMETER"));
  }

  @Test
  void aParameterThatStandsThereTwiceIsRefusedUnlessItIsAList() {
    ann()
        .get(ECHO + "?page_size=3&page_size=4")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"))
        .body("errors[0].pointer", equalTo("page_size"));
    ann().get(ECHO + "/many?one=3&one=4").then().statusCode(200).body(equalTo("[3, 4]"));
  }

  @ParameterizedTest
  @CsvSource({"/v1/test-echo", "/v1/nothing", "/v1/test-echo?unknown=1"})
  void nothingOfAnAnswerIsKeptOrGuessedAt(String path) {
    ann()
        .get(path)
        .then()
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store");
    given().get(path).then().statusCode(401).header("X-Content-Type-Options", "nosniff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"If-Match", "If-None-Match"})
  void aConditionWithoutAValueIsNotTakenForNone(String condition) {
    ann()
        .header(condition, " ")
        .get(ECHO)
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"))
        .body("errors[0].pointer", equalTo(condition));
  }

  @Test
  void theCallersRequestIdComesBackIfItIsFitToBeLogged() {
    ann().header("X-Request-Id", "job-7/a").get(ECHO).then().header("X-Request-Id", "job-7/a");
    ann()
        .header("X-Request-Id", "two words")
        .get(ECHO)
        .then()
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
  }

  @Test
  void browsersOfOtherOriginsGetNoLeave() {
    given()
        .header("Origin", "https://evil.example")
        .header("Access-Control-Request-Method", "POST")
        .options(ECHO)
        .then()
        .header("Access-Control-Allow-Origin", org.hamcrest.Matchers.nullValue());
    ann()
        .header("Origin", "https://evil.example")
        .get(ECHO)
        .then()
        .header("Access-Control-Allow-Origin", org.hamcrest.Matchers.nullValue());
  }
}
