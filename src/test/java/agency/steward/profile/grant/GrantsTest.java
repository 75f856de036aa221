package agency.steward.profile.grant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import agency.steward.access.grant.Grant;
import agency.steward.idempotency.StoredAnswer;
import agency.steward.testing.Granted;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@QuarkusTestResource(TokensResource.class)
class GrantsTest {
  private final String unique = UUID.randomUUID().toString();
  private final String team = "group:team-" + unique;

  @Inject Registered registered;
  @Inject DataSource database;
  @Inject Granted granted;
  @Inject GrantSettlement settlement;

  @Test
  void aGrantOverASelectorIsAnsweredWithItsPlace() {
    ValidatableResponse created =
        post("""
        {"principal":"%s","profile":"viewer","selector":" tier = gold , client in (b,a)",
         "expires_at":"2999-01-01T01:00:00+01:00"}\
        """
                .formatted(team))
            .statusCode(201)
            .body("principal", equalTo(team))
            .body("profile", equalTo("viewer"))
            .body("selector", equalTo("tier=gold,client in (a,b)"))
            .body("expires_at", equalTo("2999-01-01T00:00:00Z"))
            .body("actions", hasItems("workspace_read", "tag_read"))
            .body("created_by", equalTo("sub:ann"))
            .body("$", not(hasKey("workspace_ids")));

    Map<String, Object> body = created.extract().path("$");
    String location = created.extract().header("Location");
    assertThat(location).endsWith("/v1/grants/" + body.get("id"));
    Map<String, Object> read = ann().get(location).then().statusCode(200).extract().path("$");
    assertThat(read).isEqualTo(body);
  }

  @Test
  void aGrantInNamedWorkspacesNamesThem() {
    String id = workspace(Map.of()).id().toString();

    post("""
    {"principal":"email:Sam@Agency.example","profile":"manager","workspace_ids":["%s"]}\
    """
            .formatted(id))
        .statusCode(201)
        .body("principal", equalTo("email:sam@agency.example"))
        .body("workspace_ids", contains(id))
        .body("$", not(hasKey("selector")))
        .body("$", not(hasKey("expires_at")));
  }

  static Stream<Arguments> ungrantable() {
    String good = "'profile':'viewer','selector':'a=b'";
    String whom = "'principal':'sub:x','profile':'viewer'";
    return Stream.of(
        Arguments.of("{}", List.of("/principal", "/profile", "")),
        Arguments.of("{'principal':'ann'," + good + "}", List.of("/principal")),
        Arguments.of("{'principal':'ann@agency.example'," + good + "}", List.of("/principal")),
        Arguments.of("{'principal':'email:ann'," + good + "}", List.of("/principal")),
        Arguments.of("{'principal':'Sub:ann'," + good + "}", List.of("/principal")),
        Arguments.of("{'principal':'group:'," + good + "}", List.of("/principal")),
        Arguments.of("{'principal':'sub: ann'," + good + "}", List.of("/principal")),
        Arguments.of("{'principal':'sub:a\\u0000b'," + good + "}", List.of("/principal")),
        Arguments.of("{'principal':'sub:a\\ud800b'," + good + "}", List.of("/principal")),
        Arguments.of("{'principal':null," + good + "}", List.of("/principal")),
        Arguments.of(
            "{'principal':'sub:x','profile':'owner','selector':'a=b'}", List.of("/profile")),
        Arguments.of(
            "{'principal':'sub:x','profile':'Viewer','selector':'a=b'}", List.of("/profile")),
        Arguments.of("{" + whom + "}", List.of("")),
        Arguments.of("{" + whom + ",'selector':'a=b','workspace_ids':[]}", List.of("")),
        Arguments.of("{" + whom + ",'selector':'a!=b'}", List.of("/selector")),
        Arguments.of("{" + whom + ",'selector':'a,!b,c notin (d)'}", List.of("/selector")),
        Arguments.of(
            "{" + whom + ",'selector':'a=" + "b".repeat(4_000) + "'}", List.of("/selector")),
        Arguments.of("{" + whom + ",'workspace_ids':[]}", List.of("/workspace_ids")),
        Arguments.of(
            "{" + whom + ",'workspace_ids':" + Collections.nCopies(251, "'x'") + "}",
            List.of("/workspace_ids")),
        Arguments.of("{" + whom + ",'selector':'a=b','tags':[]}", List.of("/tags")),
        Arguments.of(
            "{" + whom + ",'selector':'a=b','tags':['x',' ','a\\u0007b','\\ud800']}",
            List.of("/tags/1", "/tags/2", "/tags/3")),
        Arguments.of(
            "{" + whom + ",'selector':'a=b','tags':['" + "b".repeat(201) + "']}",
            List.of("/tags/0")),
        Arguments.of(
            "{" + whom + ",'selector':'a=b','tags':" + Collections.nCopies(51, "'x'") + "}",
            List.of("/tags")),
        Arguments.of(
            "{"
                + whom
                + ",'selector':'a=b','tags':"
                + Collections.nCopies(6, "'" + "b".repeat(200) + "'")
                + "}",
            List.of("/tags")),
        Arguments.of(
            "{" + whom + ",'selector':'a=b','expires_at':'2020-01-01T00:00:00Z'}",
            List.of("/expires_at")));
  }

  @ParameterizedTest
  @MethodSource("ungrantable")
  void whatCannotBeGrantedIsNamedFieldByField(String body, List<String> pointers) {
    post(body.replace('\'', '"'))
        .statusCode(422)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors.pointer", equalTo(pointers));
  }

  @Test
  void workspacesThatDoNotExistAreNamedOneByOne() {
    String known = workspace(Map.of()).id().toString();
    String unknown = UUID.randomUUID().toString();

    post("""
    {"principal":"sub:x","profile":"viewer","workspace_ids":["%s","%s","%s","../x"]}\
    """
            .formatted(unknown, known, known.toUpperCase()))
        .statusCode(422)
        .body(
            "errors.pointer", contains("/workspace_ids/0", "/workspace_ids/2", "/workspace_ids/3"))
        .body("errors[0].detail", containsString(unknown));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", "a in ()", "a=b,", "=b"})
  void aSelectorThatCannotBeParsedIsRefusedAsSuch(String selector) {
    post("""
    {"principal":"sub:x","profile":"viewer","selector":"%s"}\
    """
            .formatted(selector))
        .statusCode(400)
        .body("code", equalTo("INVALID_SELECTOR"))
        .body("errors.pointer", contains("/selector"));
  }

  @Test
  void tagsLeaveOfAProfileWhatCanBeTagged() throws Exception {
    ValidatableResponse created =
        post("""
        {"principal":"%s","profile":"admin","selector":"a=b","tags":["vip"," Q3 ","vip"]}\
        """
                .formatted(team))
            .statusCode(201)
            .body("tags", contains("Q3", "vip"))
            .body("actions", contains("campaign_read", "account_read"));

    String id = created.extract().path("id");
    ann().get("/v1/grants/{id}", id).then().body("tags", contains("Q3", "vip"));
    assertThat(entriesOf(id).getFirst().at("/facts/tags"))
        .extracting(JsonNode::asText)
        .containsExactly("Q3", "vip");
  }

  @Test
  void anEmptyBodyGrantsNothing() {
    post("").statusCode(400).body("code", equalTo("MALFORMED_REQUEST"));
    post("{'principal':'sub:x','profile':'viewer','selector':'a=b','tags':[null]}"
            .replace('\'', '"'))
        .statusCode(400)
        .body("code", equalTo("MALFORMED_REQUEST"))
        .body("errors.pointer", contains("/tags/0"));
    post("null").statusCode(400).body("code", equalTo("MALFORMED_REQUEST"));
  }

  @Test
  void theListIsPagedOldestFirst() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(granted.where(team, "viewer", "n=" + i).id().toString());
    }

    List<String> seen = new ArrayList<>();
    String token = "";
    do {
      var page =
          ann()
              .queryParam("principal", team)
              .queryParam("page_size", 2)
              .queryParams(token.isEmpty() ? Map.of() : Map.of("page_token", token))
              .get("/v1/grants")
              .then()
              .statusCode(200)
              .extract();
      seen.addAll(page.path("items.id"));
      token = page.path("next_page_token") == null ? "" : page.path("next_page_token");
    } while (!token.isEmpty());
    assertThat(seen).isEqualTo(made);
  }

  @Test
  void theListOfAWorkspaceHasWhatHoldsThere() {
    Workspace here = workspace(Map.of("client", "c-" + unique));
    Workspace elsewhere = workspace(Map.of());
    String byName = granted.in("sub:a-" + unique, "viewer", here, elsewhere).id().toString();
    String bySelector =
        granted.where("sub:b-" + unique, "viewer", "client=c-" + unique).id().toString();
    granted.in("sub:c-" + unique, "viewer", elsewhere);

    ann()
        .queryParam("workspace_id", here.id().toString())
        .get("/v1/grants")
        .then()
        .statusCode(200)
        .body("items.id", contains(byName, bySelector));
    ann()
        .queryParam("workspace_id", here.id().toString())
        .queryParam("principal", "sub:b-" + unique)
        .get("/v1/grants")
        .then()
        .body("items.id", contains(bySelector));
  }

  @Test
  void filtersThatCannotBeMeantAreRefused() {
    ann()
        .queryParam("principal", "ann")
        .get("/v1/grants")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("principal"));
    ann()
        .queryParam("workspace_id", "acme")
        .get("/v1/grants")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("workspace_id"));
  }

  @Test
  void aGrantIsTakenBackOnce() {
    String place = "/v1/grants/" + granted.where(team, "viewer", "a=b").id();

    ann().delete(place).then().statusCode(204);

    ann().delete(place).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    ann().get(place).then().statusCode(404);
    ann().queryParam("principal", team).get("/v1/grants").then().body("items.size()", equalTo(0));
  }

  @Test
  void whoHasReadAnotherGrantDoesNotEndThisOne() {
    Grant grant = granted.where(team, "viewer", "a=b");
    String place = "/v1/grants/" + grant.id();
    String tag = ann().get(place).then().statusCode(200).extract().header("ETag");

    ann()
        .header("If-Match", "\"something-else\"")
        .delete(place)
        .then()
        .statusCode(412)
        .body("code", equalTo("PRECONDITION_FAILED"));
    ann().header("If-Match", "\"something-else\", " + tag).delete(place).then().statusCode(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "00000000-0000-0000-0000-000000000000", "..%2Fme", "%00"})
  void aGrantThatDoesNotExistIsNotFound(String id) {
    int status =
        ann().urlEncodingEnabled(false).get("/v1/grants/" + id).then().extract().statusCode();
    assertThat(status).isIn(400, 404);
  }

  @Test
  void bothEndsOfAGrantStandInTheLedger() throws Exception {
    String id =
        post("""
        {"principal":"%s","profile":"viewer","selector":"a=b"}\
        """
                .formatted(team))
            .statusCode(201)
            .extract()
            .path("id");
    ann().header("X-Request-Id", "r-" + unique).delete("/v1/grants/" + id).then().statusCode(204);

    List<JsonNode> entries = entriesOf(id);

    assertThat(entries)
        .extracting(entry -> entry.path("action").asText())
        .containsExactly("grant.create", "grant.revoke");
    JsonNode revoked = entries.getLast();
    assertThat(revoked.at("/actor/principal").asText()).isEqualTo("sub:ann");
    assertThat(revoked.at("/actor/roles/0").asText()).isEqualTo("agency-admin");
    assertThat(revoked.path("request_id").asText()).isEqualTo("r-" + unique);
    assertThat(revoked.at("/facts/principal").asText()).isEqualTo(team);
    assertThat(revoked.at("/facts/selector").asText()).isEqualTo("a=b");
  }

  @Test
  void theLargestGrantFitsIntoTheLedger() throws Exception {
    List<String> ids =
        Stream.generate(() -> '"' + workspace(Map.of()).id().toString() + '"').limit(250).toList();

    String id =
        post("""
        {"principal":"group:%s","profile":"viewer","workspace_ids":%s,"tags":["%s"]}\
        """
                .formatted(
                    "\\u00e4\\\"".repeat(160),
                    ids,
                    IntStream.range(0, 50)
                        .mapToObj(i -> "%02d".formatted(i) + "\\u20ac".repeat(18))
                        .collect(Collectors.joining("\",\""))))
            .statusCode(201)
            .extract()
            .path("id");

    assertThat(entriesOf(id)).hasSize(1);
  }

  @Test
  void onlyAdministratorsGrantAndOnlyAuditorsLookBesidesThem() {
    String body = "{\"principal\":\"sub:x\",\"profile\":\"viewer\",\"selector\":\"a=b\"}";
    String place = "/v1/grants/" + granted.where(team, "viewer", "a=b").id();
    granted.where("sub:holder-" + unique, "admin", "client=c-" + unique);
    Map<String, Integer> reading =
        Map.of("agency-approver", 403, "agency-automation", 403, "agency-auditor", 200);

    reading.forEach((role, status) -> {
      String bearer = Tokens.bearer("x", role);
      as(bearer).get("/v1/grants").then().statusCode(status);
      as(bearer).get(place).then().statusCode(status);
      as(bearer)
          .contentType("application/json")
          .body(body)
          .post("/v1/grants")
          .then()
          .statusCode(403);
      as(bearer).delete(place).then().statusCode(403);
    });
    String holder = Tokens.bearer("holder-" + unique);
    as(holder).get("/v1/grants").then().statusCode(403);
    as(holder).get(place).then().statusCode(403);
    as(holder).contentType("application/json").body(body).post("/v1/grants").then().statusCode(403);
    as(holder).delete(place).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    ann().get(place).then().statusCode(200);
  }

  @Test
  void aRepeatedRequestGrantsOnce() {
    String body =
        "{\"principal\":\"%s\",\"profile\":\"viewer\",\"selector\":\"a=b\"}".formatted(team);

    ValidatableResponse first = postOnce(body).statusCode(201);
    ValidatableResponse again =
        postOnce(body).statusCode(201).header("Idempotency-Replayed", "true");

    String id = first.extract().path("id");
    again.body("id", equalTo(id)).header("Location", equalTo(first.extract().header("Location")));
    ann().queryParam("principal", team).get("/v1/grants").then().body("items.id", contains(id));
    postOnce(body.replace("viewer", "admin"))
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
  }

  @Test
  void whatWasGrantedBeforeACrashIsAnsweredAfterIt() {
    Grant grant = granted.where(team, "viewer", "a=b");
    ann().delete("/v1/grants/" + grant.id()).then().statusCode(204);

    assertThat(settlement.settle(grant.id().value()))
        .hasValueSatisfying(answer ->
            assertThat(answer)
                .isInstanceOfSatisfying(
                    StoredAnswer.Success.class,
                    success -> {
                      assertThat(success.response().getStatus()).isEqualTo(201);
                      assertThat(success.response().getLocation())
                          .hasToString("/v1/grants/" + grant.id());
                    }));
    assertThat(settlement.settle(UUID.randomUUID())).isEmpty();
  }

  private ValidatableResponse postOnce(String body) {
    return ann()
        .contentType("application/json")
        .header("Idempotency-Key", "key-" + unique)
        .body(body)
        .post("/v1/grants")
        .then();
  }

  private List<JsonNode> entriesOf(String grantId) throws SQLException, IOException {
    var found = new ArrayList<JsonNode>();
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "SELECT entry FROM ledger_entry WHERE action LIKE 'grant.%' AND"
                    + " convert_from(entry, 'UTF8')::jsonb #>> '{facts,grant_id}' = ? ORDER BY"
                    + " seq")) {
      statement.setString(1, grantId);
      var rows = statement.executeQuery();
      while (rows.next()) {
        found.add(new ObjectMapper().readTree(rows.getBytes(1)));
      }
    }
    return found;
  }

  private Workspace workspace(Map<String, String> labels) {
    return registered.onPaper("granted-" + UUID.randomUUID(), labels);
  }

  private static ValidatableResponse post(String body) {
    return ann().contentType("application/json").body(body).post("/v1/grants").then();
  }

  private static RequestSpecification ann() {
    return as(Tokens.bearer("ann", "agency-admin"));
  }

  private static RequestSpecification as(String bearer) {
    return given().header("Authorization", bearer);
  }
}
