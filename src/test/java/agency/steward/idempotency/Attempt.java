package agency.steward.idempotency;

import static io.restassured.RestAssured.given;

import agency.steward.idempotency.kept.Digest;
import agency.steward.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;

/** One request as a client sends it, perhaps again; each test has a name and a key of its own. */
record Attempt(String name, String key, String subject, String path, String body) {

  static Attempt fresh() {
    String name = "script-" + UUID.randomUUID();
    return new Attempt(name, UUID.randomUUID().toString(), "ann", "/v1/test-once", body(name, 1));
  }

  Attempt number(int number) {
    return new Attempt(name, key, subject, path, body(name, number));
  }

  Attempt as(String other) {
    return new Attempt(name, key, other, path, body);
  }

  Attempt to(String other) {
    return new Attempt(name, key, subject, other, body);
  }

  Attempt key(String other) {
    return new Attempt(name, other, subject, path, body);
  }

  ValidatableResponse send() {
    return given()
        .header("Authorization", Tokens.bearer(subject, "agency-admin"))
        .header(KeyedRequests.HEADER, key)
        .contentType("application/json")
        .body(body)
        .post(path)
        .then();
  }

  Digest id(KeyedRequests requests) {
    return requests.id("sub:" + subject, "POST", path, key);
  }

  private static String body(String name, int number) {
    return "{\"name\":\"%s\",\"number\":%d}".formatted(name, number);
  }
}
