package agency.steward.profile.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import agency.steward.access.grant.Grant;
import agency.steward.testing.Granted;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles of the agency's own: written, granted by, changed and deleted. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@QuarkusTestResource(TokensResource.class)
class OwnProfilesTest {
  private static final String READER =
      "{'instantly_role':'view','rights':{'members':['view'],'campaigns':['view']}}";

  private final String name = "own-" + UUID.randomUUID();
  private final String sam = "sam-" + UUID.randomUUID();

  @Inject Registered registered;
  @Inject Granted granted;
  @Inject DataSource database;

  @Test
  void whatIsPutIsThere() {
    ValidatableResponse created =
        put("""
        {'instantly_role':'editor','permissions':['campaigns.view','unibox.all'],
         'key_scopes':['campaigns:read'],'rights':{'campaigns':['edit','view'],'tags':[]}}\
        """)
            .statusCode(201)
            .body("name", equalTo(name))
            .body("built_in", equalTo(false))
            .body("instantly_role", equalTo("editor"))
            .body("permissions", contains("campaigns.view", "unibox.all"))
            .body("key_scopes", contains("campaigns:read"))
            .body("rights.campaigns", contains("view", "edit"));

    assertThat(created.extract().header("Location")).endsWith("/v1/profiles/" + name);
    Map<String, Object> body = created.extract().path("$");
    ValidatableResponse read = nobody().get("/v1/profiles/{name}", name).then().statusCode(200);
    assertThat(read.extract().<Map<String, Object>>path("$")).isEqualTo(body);
    assertThat(read.extract().header("ETag")).isEqualTo(created.extract().header("ETag"));
    nobody()
        .get("/v1/profiles?page_size=1000")
        .then()
        .body("items.name", hasItem(name))
        .body("items[0].name", equalTo("admin"));
  }

  @Test
  void theScopesOfItsKeysFollowFromItsRightsUnlessTheyAreSaid() {
    put("{'instantly_role':'view','rights':{'leads':['view','import'],'accounts':['view']}}")
        .statusCode(201)
        .body("key_scopes", contains("leads:read", "leads:create", "accounts:read"));
  }

  static Stream<Arguments> unacceptable() {
    String rights = "'rights':{'campaigns':['view'],'members':['view','create']}";
    return Stream.of(
        Arguments.of("{}", List.of("/instantly_role", "/rights")),
        Arguments.of(
            "{'instantly_role':'view','rights':{'campains':['view'],'plan':['view','edit'],"
                + "'leads':['launch']}}",
            List.of("/rights/campains", "/rights/plan/1", "/rights/leads/0")),
        Arguments.of(
            "{'instantly_role':'view','permissions':['campaigns.view','campaigns.*'],"
                + rights
                + "}",
            List.of("/permissions/1")),
        Arguments.of(
            "{'instantly_role':'view','key_scopes':['campaigns:read','campaigns:all',"
                + "'workspace_members:create','api_keys:read','all:all','x'],"
                + rights
                + "}",
            List.of(
                "/key_scopes/1",
                "/key_scopes/2",
                "/key_scopes/3",
                "/key_scopes/4",
                "/key_scopes/5")));
  }

  @ParameterizedTest
  @MethodSource("unacceptable")
  void whatCannotBeAProfileIsNamedFieldByField(String body, List<String> pointers) {
    put(body)
        .statusCode(422)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors.pointer", equalTo(pointers));
    nobody().get("/v1/profiles/{name}", name).then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"owner", "client", "member", "Admin"})
  void aRoleThatCannotBeGivenIsRefusedAsSuch(String role) {
    put("{'instantly_role':'" + role + "','rights':{}}")
        .statusCode(422)
        .body("code", equalTo("ROLE_NOT_ASSIGNABLE"))
        .body("assignable", contains("admin", "editor", "view"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Own", "9own", "own.x", "o w", "analytics", "lead_reader"})
  void aNameThatCannotBeOneIsRefused(String other) {
    ann()
        .contentType("application/json")
        .body(READER.replace('\'', '"'))
        .put("/v1/profiles/{name}", other)
        .then()
        .statusCode(422)
        .body("code", equalTo("VALIDATION_FAILED"));
  }

  @Test
  void aBodyThatCannotBeReadWritesNothing() {
    put("").statusCode(400).body("code", equalTo("MALFORMED_REQUEST"));
    put("{'instantly_role':'view','rights':{},'name':'admin'}")
        .statusCode(400)
        .body("code", equalTo("UNKNOWN_FIELD"));
    put("{'instantly_role':'view','rights':[]}")
        .statusCode(400)
        .body("code", equalTo("MALFORMED_REQUEST"));
    put("{'instantly_role':'view','rights':{'members':null}}").statusCode(oneOfTheirs());
    put("{'instantly_role':'view','rights':{'members':[null]}}").statusCode(oneOfTheirs());
    put("{'instantly_role':'view','rights':{},'permissions':[null]}").statusCode(oneOfTheirs());
  }

  private static Matcher<Integer> oneOfTheirs() {
    return oneOf(400, 422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "manager", "sdr", "viewer"})
  void whatIsBuiltInStaysAsItIs(String builtIn) {
    ann()
        .contentType("application/json")
        .body(READER.replace('\'', '"'))
        .put("/v1/profiles/{name}", builtIn)
        .then()
        .statusCode(409)
        .body("code", equalTo("PROFILE_BUILT_IN"));
    ann()
        .delete("/v1/profiles/{name}", builtIn)
        .then()
        .statusCode(409)
        .body("code", equalTo("PROFILE_BUILT_IN"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"agency-approver", "agency-automation", "agency-auditor", "some-group"})
  void nobodyElseThanAnAgencyAdminWritesProfiles(String group) {
    put(READER).statusCode(201);
    granted.in("sub:" + sam, "admin", workspace());

    as(Tokens.bearer(sam, group))
        .contentType("application/json")
        .body(READER.replace('\'', '"'))
        .put("/v1/profiles/{name}", name)
        .then()
        .statusCode(403);
    as(Tokens.bearer(sam, group)).delete("/v1/profiles/{name}", name).then().statusCode(403);
    nobody().get("/v1/profiles/{name}", name).then().statusCode(200);
    given().put("/v1/profiles/{name}", name).then().statusCode(401);
    given().delete("/v1/profiles/{name}", name).then().statusCode(401);
  }

  @Test
  void whoHasReadAnotherVersionChangesNothing() {
    String first = put(READER).statusCode(201).extract().header("ETag");
    String second = put(READER, first).statusCode(200).extract().header("ETag");
    assertThat(second).isNotEqualTo(first);

    put(READER, first).statusCode(412).body("code", equalTo("PRECONDITION_FAILED"));
    ann().header("If-Match", first).delete("/v1/profiles/{name}", name).then().statusCode(412);
    ann().header("If-Match", second).delete("/v1/profiles/{name}", name).then().statusCode(204);
    put(READER, second).statusCode(412);
    put(READER, "*").statusCode(412);
    String anew = put(READER).statusCode(201).extract().header("ETag");
    assertThat(anew).isNotIn(first, second);
  }

  @Test
  void whoOnlyWantsToCreateOverwritesNothing() {
    onlyNew().statusCode(201);

    onlyNew().statusCode(412).body("code", equalTo("PRECONDITION_FAILED"));
  }

  private ValidatableResponse onlyNew() {
    return ann()
        .header("If-None-Match", "*")
        .contentType("application/json")
        .body(READER.replace('\'', '"'))
        .put("/v1/profiles/{name}", name)
        .then();
  }

  @Test
  void aChangeWidensAndNarrowsWhatIsGrantedAlready() {
    Workspace workspace = workspace();
    put("{'instantly_role':'view','rights':{'tags':['view']}}").statusCode(201);
    granted.in("sub:" + sam, name, workspace);
    assertDoor(403, "member_read", workspace);
    assertDoor(200, "tag_read", workspace);

    put(READER).statusCode(200);
    assertDoor(200, "member_read", workspace);
    assertDoor(403, "tag_read", workspace);

    put("{'instantly_role':'view','rights':{}}").statusCode(200);
    assertDoor(403, "member_read", workspace);
    assertDoor(200, "workspace_read", workspace);
  }

  @Test
  void aChangeByAnotherReplicaCountsInTheNextRequest() throws SQLException {
    Workspace workspace = workspace();
    put(READER).statusCode(201);
    granted.in("sub:" + sam, name, workspace);
    assertDoor(200, "member_read", workspace);

    try (var connection = database.getConnection();
        var elsewhere =
            connection.prepareStatement("UPDATE profile SET rights = '{}' WHERE name = ?")) {
      elsewhere.setString(1, name);
      assertThat(elsewhere.executeUpdate()).isEqualTo(1);
    }

    assertDoor(403, "member_read", workspace);
  }

  @Test
  void aProfileThatLiveGrantsGiveStays() {
    Workspace workspace = workspace();
    put(READER).statusCode(201);
    granted.expired("sub:" + sam, name, workspace);
    Grant live = granted.tagged("sub:" + sam, name, workspace, "vip");

    ann()
        .delete("/v1/profiles/{name}", name)
        .then()
        .statusCode(409)
        .body("code", equalTo("PROFILE_IN_USE"))
        .body("detail", containsString("1"));
    ann().delete("/v1/grants/{id}", live.id().toString()).then().statusCode(204);
    ann().delete("/v1/profiles/{name}", name).then().statusCode(204);

    ann().delete("/v1/profiles/{name}", name).then().statusCode(404);
    nobody().get("/v1/profiles").then().body("items.name", not(hasItem(name)));
    ann()
        .contentType("application/json")
        .body(
            """
            {"principal":"sub:x","profile":"%s","selector":"a=b"}\
            """
                .formatted(name))
        .post("/v1/grants")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/profile"));
  }

  @Test
  void everyChangeStandsInTheLedger() throws SQLException {
    put(READER).statusCode(201);
    put("{'instantly_role':'view','rights':{}}").statusCode(200);
    ann().delete("/v1/profiles/{name}", name).then().statusCode(204);

    List<String> entries = new ArrayList<>();
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "SELECT convert_from(entry, 'UTF8') FROM ledger_entry"
                    + " WHERE action LIKE 'profile.%' AND convert_from(entry, 'UTF8') LIKE ?"
                    + " ORDER BY seq")) {
      query.setString(1, "%" + name + "%");
      var found = query.executeQuery();
      while (found.next()) {
        entries.add(found.getString(1));
      }
    }
    assertThat(entries).hasSize(3);
    assertThat(entries.get(0)).contains("profile.write", "sub:ann", "members", "campaigns:read");
    assertThat(entries.get(1)).contains("profile.write").doesNotContain("members");
    assertThat(entries.get(2)).contains("profile.delete");
  }

  private void assertDoor(int status, String right, Workspace workspace) {
    as(Tokens.bearer(sam))
        .get("/v1/test-door/{right}/in/{id}", right, workspace.id().toString())
        .then()
        .statusCode(status);
  }

  private ValidatableResponse put(String json, String... ifMatch) {
    RequestSpecification request =
        ann().contentType("application/json").body(json.replace('\'', '"'));
    for (String tag : ifMatch) {
      request.header("If-Match", tag);
    }
    return request.put("/v1/profiles/{name}", name).then();
  }

  private Workspace workspace() {
    return registered.onPaper("profile-" + UUID.randomUUID(), Map.of());
  }

  private static RequestSpecification ann() {
    return as(Tokens.bearer("ann", "agency-admin"));
  }

  private static RequestSpecification nobody() {
    return as(Tokens.bearer("nobody"));
  }

  private static RequestSpecification as(String bearer) {
    return given().header("Authorization", bearer);
  }
}
