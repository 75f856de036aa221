package agency.steward.owner;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import agency.steward.changeset.attempt.QuickSleeper;
import agency.steward.testing.Asking;
import agency.steward.testing.Client;
import agency.steward.testing.Granted;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class OwnerOverHttpTest {
  private static final String CHANGE = "/workspaces/current/change-owner";
  private static final String SEED =
      """
      {"members":[{"email":"olga@x.example","role":"owner","accepted":true,"first":"Olga","last":"O"},\
      {"email":"ann@x.example","role":"admin","accepted":true},\
      {"email":"ed@x.example","role":"editor","accepted":true},\
      {"email":"pia@x.example","role":"admin","accepted":false}]}\
      """;

  @Inject Registered registered;
  @Inject Granted granted;
  @Inject QuickSleeper sleeper;

  private Client client() {
    return Client.of(registered, SEED);
  }

  private static Response transfer(Client client, String person, String sec) {
    return client.admin().body(body(person, sec)).post(client.path("owner"));
  }

  private static String body(String person, String sec) {
    return "{\"email\":\"%s@x.example\",\"sec\":\"%s\"}".formatted(person, sec);
  }

  private static String sec(Client client) {
    return SandboxControl.sec(client.sandbox().id());
  }

  @Test
  void theOwnerIsTheMemberWithTheirUserId() {
    Client client = client();

    JsonPath owner = client.get("owner").then().statusCode(200).extract().jsonPath();

    assertThat(owner.getString("email")).isEqualTo("olga@x.example");
    assertThat(owner.getString("name.first")).isEqualTo("Olga");
    assertThat(owner.getString("workspace_id")).isEqualTo(client.id());
    JsonPath member =
        client.get("members/" + owner.getString("member_id")).then().extract().jsonPath();
    assertThat(member.getString("user_id")).isEqualTo(owner.getString("user_id"));
    assertThat(member.getString("role")).isEqualTo("owner");
  }

  @Test
  void theFleetShowsAnOwnerForEachWorkspace() {
    Client client = client();
    Client other = Client.delegated(registered, "{}");

    client
        .admin()
        .get("/v1/owners?workspace_id=" + client.id() + "&workspace_id=" + other.id())
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body(
            "items.find { it.workspace_id == '" + client.id() + "' }.email",
            equalTo("olga@x.example"))
        .body("items.find { it.workspace_id == '" + other.id() + "' }.user_id", notNullValue())
        .body("coverage.ok", equalTo(2));
    problem(client.admin().get("/v1/owners?selector=,"), 400, "INVALID_SELECTOR");
  }

  @Test
  void aWorkspaceChangesHandsAndTheAnswerSaysWhatBecameOfTheOldOwner() {
    Client client = client();
    String olga = client.get("owner").path("user_id");

    Response answer = transfer(client, "ANN", sec(client));

    answer
        .then()
        .statusCode(200)
        .body("email", equalTo("ann@x.example"))
        .body("workspace_id", equalTo(client.id()))
        .body("accepted_admins", equalTo(1))
        .body("heir", nullValue())
        .body("previous_owner.user_id", equalTo(olga))
        .body("previous_owner.email", equalTo("olga@x.example"))
        .body("previous_owner.role", equalTo("admin"))
        .body("previous_owner.absent", equalTo(false));
    client.get("owner").then().body("email", equalTo("ann@x.example"));
    assertThat(client.writes()).containsExactly("POST " + CHANGE);
    JsonPath row =
        client
            .admin()
            .get("/v1/change-sets/" + answer.getHeader("Steward-Change-Set") + "/changes")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(row.getString("items[0].action")).isEqualTo("owner_transfer");
    assertThat(row.getString("items[0].result")).isEqualTo("applied");
    assertThat(row.getString("items[0].reversibility")).isEqualTo("irreversible");
    assertThat(row.getString("items[0].before.email")).isEqualTo("olga@x.example");
    assertThat(row.getString("items[0].after.email")).isEqualTo("ann@x.example");
  }

  @Test
  void whoOwnsItAlreadyIsAnsweredWithoutACall() {
    Client client = client();

    transfer(client, "olga", "whatever")
        .then()
        .statusCode(200)
        .body("email", equalTo("olga@x.example"))
        .body("previous_owner", nullValue());
    assertThat(client.writes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"pia,has been invited", "nobody,is a member"})
  void onlyAnAcceptedMemberCanBecomeTheOwner(String person, String why) {
    Client client = client();

    problem(transfer(client, person, sec(client)), 422, "OWNER_NOT_ELIGIBLE")
        .body("errors[0].pointer", equalTo("/email"))
        .body("detail", containsString(why));
    assertThat(client.writes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 422})
  void aRefusalIsSaidWithoutInstantlysWords(int status) {
    Client client = client();
    String secret = "sec-" + UUID.randomUUID();
    client.behave(
        "POST",
        CHANGE,
        "\"fail\":{\"status\":%d,\"message\":\"%s is not the token\"}".formatted(status, secret));

    Response answer = transfer(client, "ann", secret);

    problem(answer, 422, "REFUSED_BY_INSTANTLY")
        .body("errors[0].pointer", equalTo("/sec"))
        .body("change_set_id", notNullValue())
        .body("detail", not(containsString("sec-")));
    assertThat(
            client
                .admin()
                .get("/v1/change-sets/" + answer.path("change_set_id") + "/changes")
                .asString())
        .contains("failed")
        .doesNotContain(secret);
  }

  @Test
  void aWrongTokenIsARefusal() {
    Client client = client();
    sec(client);

    problem(transfer(client, "ann", "wrong"), 422, "REFUSED_BY_INSTANTLY");
    client.get("owner").then().body("email", equalTo("olga@x.example"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"email\":\"ann@x.example\"}|422|VALIDATION_FAILED|/sec",
        "{\"sec\":\"x\"}|422|VALIDATION_FAILED|/email",
        "{\"email\":\"ann\",\"sec\":\"x\"}|422|VALIDATION_FAILED|/email",
        "{\"email\":\"ann@x.example\",\"sec\":\" \"}|422|VALIDATION_FAILED|/sec",
        "{\"email\":\"ann@x.example\",\"sec\":\"a\\u0000\"}|422|VALIDATION_FAILED|/sec",
        "{\"email\":\"ann@x.example\",\"sec\":[\"x\"]}|400|MALFORMED_REQUEST|/sec",
        "{\"email\":\"ann@x.example\",\"sec\":\"x\",\"role\":\"admin\"}|400|UNKNOWN_FIELD|/role",
      })
  void aBadRequestIsNamedAndNotSent(String body, int status, String code, String pointer) {
    Client client = client();

    problem(client.admin().body(body).post(client.path("owner")), status, code)
        .body("errors[0].pointer", equalTo(pointer));
    assertThat(client.calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "agency-automation,200,403",
    "agency-approver,200,403",
    "agency-auditor,200,403",
    "nothing,404,404",
  })
  void onlyAnAgencyAdminTransfers(String group, int read, int transfer) {
    Client client = client();
    var who = "w-" + UUID.randomUUID();

    assertThat(Asking.as(who, group).get(client.path("owner")).statusCode()).isEqualTo(read);
    assertThat(Asking.as(who, group).body(body("ann", "x")).post(client.path("owner")).statusCode())
        .isEqualTo(transfer);
    granted.in("sub:" + who, "admin", client.workspace());
    assertThat(Asking.as(who).get(client.path("owner")).statusCode()).isEqualTo(200);
    problem(Asking.as(who).body(body("ann", "x")).post(client.path("owner")), 403, "FORBIDDEN");
    assertThat(client.writes()).isEmpty();
  }

  @Test
  void aYesWithoutEffectIsNotBelieved() {
    Client client = client();
    client.behave("POST", CHANGE, "\"accept_without_effect\":true");

    problem(transfer(client, "ann", sec(client)), 502, "WRITE_NOT_EFFECTIVE");
  }

  @Test
  void whoSomebodyElseMadeOwnerMeanwhileIsNotTakenForTheOneWhoWasWanted() {
    Client client = client();
    client.behave("POST", CHANGE, "\"accept_without_effect\":true");
    sleeper.meanwhile(() -> {
      SandboxControl.behaviour(
          "{\"workspace_id\":\"%s\",\"match\":{\"method\":\"POST\",\"path\":\"%s\"}}"
              .formatted(client.sandbox().id(), CHANGE));
      RestAssured.given()
          .baseUri(SandboxResource.url())
          .header("Authorization", "Bearer " + client.sandbox().apiKey())
          .contentType(ContentType.JSON)
          .body(body("ed", sec(client)))
          .post("/api/v2" + CHANGE)
          .then()
          .statusCode(200);
    });

    problem(transfer(client, "ann", sec(client)), 502, "WRITE_NOT_EFFECTIVE");

    client.get("owner").then().body("email", equalTo("ed@x.example"));
  }

  @Test
  void anAnswerThatIsLostIsFoundByReadingBack() {
    Client client = client();
    String sec = sec(client);
    client.behave("POST", CHANGE, "\"drop_after_write\":true");

    transfer(client, "ann", sec)
        .then()
        .statusCode(200)
        .body("email", equalTo("ann@x.example"))
        .body("previous_owner.role", equalTo("admin"));
    assertThat(client.writes()).hasSize(1);
  }

  @Test
  void aKeyWithoutTheScopeIsNamed() {
    Client client = Client.withScopes(registered, "\"workspaces:read\",\"workspace_members:all\"");
    String owner = client.get("owner").path("email");

    assertThat(owner).isNotNull();
    problem(
        client
            .admin()
            .body("{\"email\":\"%s\",\"sec\":\"x\"}".formatted(invitedAndAccepted(client)))
            .post(client.path("owner")),
        409,
        "CREDENTIAL_SCOPE_MISSING");
  }

  private static String invitedAndAccepted(Client client) {
    String email = "new-" + UUID.randomUUID() + "@x.example";
    String member =
        client
            .admin()
            .body("{\"email\":\"%s\",\"role\":\"view\"}".formatted(email))
            .post(client.path("members"))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    SandboxControl.accept(client.sandbox().id(), member);
    return email;
  }

  @Test
  void aDelegatedWorkspaceChangesHandsAndNotItsAdmin() {
    Client client = Client.delegated(registered, SEED);

    transfer(client, "ed", sec(client))
        .then()
        .statusCode(200)
        .body("email", equalTo("ed@x.example"))
        .body("accepted_admins", equalTo(2));
  }

  @Test
  void theSameIdempotencyKeyTransfersOnce() {
    Client client = client();
    String key = "transfer-" + client.id();
    String body = body("ann", sec(client));

    Response first =
        client.admin().header("Idempotency-Key", key).body(body).post(client.path("owner"));
    Response again =
        client.admin().header("Idempotency-Key", key).body(body).post(client.path("owner"));

    first.then().statusCode(200);
    again
        .then()
        .statusCode(200)
        .header("Idempotency-Replayed", "true")
        .body("previous_owner.email", equalTo("olga@x.example"));
    assertThat(client.writes()).hasSize(1);
    problem(
        client
            .admin()
            .header("Idempotency-Key", key)
            .body(body("ann", "another"))
            .post(client.path("owner")),
        422,
        "IDEMPOTENCY_KEY_REUSED");
  }
}
