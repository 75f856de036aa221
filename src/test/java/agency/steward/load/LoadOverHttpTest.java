package agency.steward.load;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import agency.steward.access.grant.Principal;
import agency.steward.member.Tenant;
import agency.steward.member.bulk.Asked;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What callers are told who have too much under way, or who come when everything is taken. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@QuarkusTestResource(TokensResource.class)
class LoadOverHttpTest {
  private final String hog = "hog-" + UUID.randomUUID();
  private final String ann = "ann-" + UUID.randomUUID();
  private final List<Seat> taken = new ArrayList<>();
  private final Map<String, String> tokens = new HashMap<>();

  @Inject Spaces spaces;

  @Inject Registered registered;

  @AfterEach
  void giveBack() {
    taken.forEach(Seat::close);
  }

  /** Always with the same token, which is known at the door from its first request on. */
  private RequestSpecification as(String who) {
    String token = tokens.computeIfAbsent(who, _ -> Tokens.bearer(who, "agency-admin"));
    return given().header("Authorization", token);
  }

  private ValidatableResponse get(String who, String path) {
    return as(who).get(path).then();
  }

  private void fill(Scarce what, String who) {
    awaitRest(what);
    while (spaces.of(what).enter(Principal.sub(who).toString(), 1) instanceof Seat seat) {
      taken.add(seat);
    }
  }

  /**
   * A request gives its place back after its answer has been sent; that must not be during a test.
   */
  private void awaitRest(Scarce what) {
    if (taken.isEmpty()) {
      await().atMost(Duration.ofMinutes(1)).until(() -> spaces.of(what).used() == 0);
    }
  }

  /** One after the other takes the share that is left. */
  private void fillWhole(Scarce what) {
    for (long before = -1; before < spaces.of(what).used(); ) {
      before = spaces.of(what).used();
      fill(what, "other-" + UUID.randomUUID());
    }
  }

  private static void isRefused(ValidatableResponse answer, int status, String code) {
    answer
        .statusCode(status)
        .contentType("application/problem+json")
        .header("Retry-After", matchesPattern("[1-3]"))
        .header("X-Request-Id", matchesPattern(".+"))
        .body("code", equalTo(code))
        .body("retryable", equalTo(true));
  }

  @Test
  void whoHasTheirShareUnderWayIsTurnedAwayAndNobodyElse() {
    get(hog, "/v1/me").statusCode(200);

    fill(Scarce.REQUEST, hog);

    isRefused(get(hog, "/v1/me"), 429, "RATE_LIMITED");
    get(ann, "/v1/me").statusCode(200);
  }

  @Test
  void soAreTheyWithATokenThatNobodyHasSeenYet() {
    fill(Scarce.REQUEST, hog);
    isRefused(get(hog, "/v1/me"), 429, "RATE_LIMITED");
  }

  @Test
  void whoIsTurnedAwayHearsSoEvenInTheMidstOfALargeBody() {
    get(hog, "/v1/me").statusCode(200);
    fill(Scarce.REQUEST, hog);

    isRefused(
        as(hog)
            .contentType("text/csv")
            .body("x".repeat(8 << 20))
            .post("/v1/change-sets?kind=remove")
            .then(),
        429,
        "RATE_LIMITED");
  }

  @Test
  void whenAllPlacesAreTakenEverybodyIsButNotHealth() {
    fillWhole(Scarce.REQUEST);

    isRefused(get(ann, "/v1/me"), 503, "OVERLOADED");
    given().get("/openapi").then().statusCode(200);
  }

  @Test
  void fleetReadsAreCountedByThemselves() {
    fill(Scarce.FLEET_READ, hog);

    isRefused(get(hog, "/v1/members"), 429, "RATE_LIMITED");
    get(hog, "/v1/me").statusCode(200);
    get(ann, "/v1/members?selector=nobody-has-this").statusCode(200);
  }

  @Test
  void followersAreCountedByThemselves() {
    Tenant tenant = Tenant.of(registered, "zoe admin", "bob view");
    Asked set = Asked.byAdmin(ann, "remove", "{\"emails\":[\"bob@x.example\"]}", tenant);
    set.post("/cancel").then().statusCode(202);
    fill(Scarce.FOLLOWER, hog);

    isRefused(get(hog, set.path("/events")), 429, "RATE_LIMITED");
    get(hog, "/v1/me").statusCode(200);
    get(ann, set.path("/events")).statusCode(200);
  }

  @Test
  void bodiesAreCountedByTheirBytes() {
    fillBytes(Scarce.BODY);
    String all = "{\"kind\":\"" + "x".repeat(100_000) + "\"}";
    as(ann)
        .contentType("application/json")
        .body(all)
        .post("/v1/change-sets")
        .then()
        .statusCode(503)
        .body("code", equalTo("OVERLOADED"))
        .body("detail", containsString("bytes of bodies"));
    get(ann, "/v1/me").statusCode(200);
  }

  @Test
  void rowsThatAreHeldBackAreCountedByTheirBytes() {
    SandboxWorkspace one = SandboxControl.workspace();
    String label = "held-" + UUID.randomUUID();
    registered.workspace(one.id(), one.apiKey(), Map.of("batch", label));
    String read = "/v1/members?selector=batch=" + label;

    get(ann, read + "&require_complete=true").statusCode(200);
    awaitRest(Scarce.HELD);
    fillBytes(Scarce.HELD);

    get(ann, read).statusCode(200);
    get(ann, read + "&require_complete=true")
        .statusCode(503)
        .header("Retry-After", matchesPattern("[1-3]"))
        .body("code", equalTo("OVERLOADED"))
        .body("detail", containsString("bytes of rows that are held back"));
  }

  private void fillBytes(Scarce what) {
    Space bytes = spaces.of(what);
    if (bytes.enter("somebody", bytes.places() - bytes.used()) instanceof Seat seat) {
      taken.add(seat);
    }
  }

  @Test
  void everythingIsGivenBackHoweverARequestEnds() {
    get(ann, "/v1/me").statusCode(200);
    get(ann, "/v1/no-such-thing").statusCode(404);
    get(ann, "/v1/members?selector=nobody-has-this&format=csv").statusCode(200);
    get(ann, "/v1/members?deadline=never").statusCode(400);
    given().get("/v1/me").then().statusCode(401);
    for (Scarce what : Scarce.values()) {
      await().atMost(Duration.ofMinutes(1)).until(() -> spaces.of(what).used() == 0);
    }
    assertThat(taken).isEmpty();
  }
}
