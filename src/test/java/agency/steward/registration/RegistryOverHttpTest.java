package agency.steward.registration;

import static agency.steward.registration.Api.WORKSPACES;
import static agency.steward.registration.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import agency.steward.ids.Ids;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Condition;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.Workspaces;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class RegistryOverHttpTest {
  @Inject Registered registered;
  @Inject Workspaces workspaces;

  private final String run = "r" + UUID.randomUUID().toString().substring(0, 8);

  private Workspace workspace(String name, String... labels) {
    var all = new java.util.HashMap<String, String>(Map.of("run", run));
    for (String label : labels) {
      all.put(label.split("=")[0], label.split("=")[1]);
    }
    return registered.onPaper(run + "-" + name, all);
  }

  private static String path(Workspace workspace) {
    return WORKSPACES + "/" + workspace.id();
  }

  @Test
  void aWorkspaceIsShownWithEveryFieldOfTheContractAndNoOther() {
    Workspace made = workspace("1", "tier=gold");

    JsonPath shown = Api.auditor().get(path(made)).then().statusCode(200).extract().jsonPath();

    assertThat(shown.getMap("$"))
        .containsOnlyKeys(
            "id",
            "name",
            "instantly_name",
            "instantly_workspace_id",
            "state",
            "conditions",
            "labels",
            "credential",
            "created_at",
            "updated_at");
    assertThat(shown.getMap("credential"))
        .containsOnlyKeys("mode", "fingerprint", "version", "stored_at");
    assertThat(shown.getMap("conditions[0]"))
        .containsOnlyKeys("type", "ok", "code", "detail", "since", "checked_at");
    assertThat(shown.getList("conditions.type")).containsExactly("CREDENTIAL", "SCOPES", "PLAN");
    assertThat(shown.getString("state")).isEqualTo("active");
  }

  @Test
  void aDelegatedOneShowsTheKeyOfItsAdminWorkspace() {
    Workspace admin = workspace("admin");
    Workspace sub = registered.delegated(run + "-sub", admin);

    Api.admin()
        .get(path(sub))
        .then()
        .body("credential.mode", equalTo("delegated"))
        .body("credential.admin_workspace_id", equalTo(admin.id().toString()))
        .body("credential.fingerprint", equalTo("sha256:000000000000"))
        .body("credential.version", equalTo(1))
        .body("conditions.type", hasItem("GROUP_LINK"));
  }

  @Test
  void missingScopesAreNamed() {
    Workspace made = workspace("1");
    workspaces.observe(
        made.id(), Condition.scopesMissing(List.of("api_keys:read"), Instant.now().plusSeconds(1)));

    Api.admin()
        .get(path(made))
        .then()
        .body("conditions.find { it.type == 'SCOPES' }.missing", equalTo(List.of("api_keys:read")))
        .body("state", equalTo("active"));
  }

  @Test
  void aForeignWorkspaceIsAnsweredLikeOneThatDoesNotExist() {
    Workspace foreign = workspace("1");

    Map<String, Object> one = refusal(Api.nobody().get(path(foreign)).then());
    Map<String, Object> other = refusal(Api.nobody().get(WORKSPACES + "/" + Ids.next()).then());

    assertThat(one).isEqualTo(other);
  }

  private static Map<String, Object> refusal(ValidatableResponse answer) {
    Map<String, Object> body =
        problem(answer, 404, "WORKSPACE_NOT_FOUND").extract().jsonPath().getMap("$");
    body.remove("instance");
    body.remove("request_id");
    return body;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "%00",
        "..%2F..%2Fetc",
        "0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01%00",
        "0199C2F0-1C4E-7A61-9D0E-3F3F2B1F0A01",
        "%EF%BC%90199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01",
        "{0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01}",
        "0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01'--"
      })
  void anIdThatCanBeNoneDoesNotExist(String id) {
    for (String method : List.of("GET", "PATCH", "DELETE")) {
      var asked = method.equals("PATCH") ? Api.admin().body("{\"name\":\"x\"}") : Api.admin();
      var answer =
          asked.request(method, WORKSPACES + "/" + id.replace("{", "%7B").replace("}", "%7D"));
      assertThat(answer.statusCode()).as(method).isIn(400, 404);
      assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }
  }

  @Test
  void aListIsWalkedPageByPageInTheOrderOfRegistration() {
    var made = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      made.add(workspace("" + i).id().toString());
    }

    var seen = new ArrayList<String>();
    String next = "";
    do {
      JsonPath page = list("selector=run%3D" + run + "&page_size=2" + next).extract().jsonPath();
      seen.addAll(page.getList("items.id"));
      assertThat(page.getLong("total_size")).isEqualTo(5);
      next =
          page.get("next_page_token") == null ? "" : "&page_token=" + page.get("next_page_token");
    } while (!next.isEmpty());

    assertThat(seen).isEqualTo(made);
  }

  @Test
  void filtersAreCombined() {
    Workspace gold = workspace("Gold-1", "tier=gold");
    Workspace silver = workspace("Silver-1", "tier=silver");
    workspaces.observe(
        silver.id(),
        Condition.broken(
            Condition.Type.PLAN, "WORKSPACE_PLAN_INACTIVE", "seen", Instant.now().plusSeconds(1)));
    String here = "selector=run%3D" + run;

    ids(list(here + "&state=plan_inactive"), silver);
    ids(list(here + "&state=active"), gold);
    ids(list(here + "&search=gOLD-1"), gold);
    ids(list(here + ",tier+notin+(gold)"), silver);
    ids(list("instantly_workspace_id=" + run + "-Gold-1"), gold);
    ids(list("external_id=" + run));
    Api.admin().body("{\"external_id\":\"" + run + "\"}").patch(path(gold)).then().statusCode(200);
    ids(list("external_id=" + run), gold);
  }

  private static ValidatableResponse list(String query) {
    return Api.admin().get(WORKSPACES + "?" + query).then().statusCode(200);
  }

  private static void ids(ValidatableResponse list, Workspace... expected) {
    list.body(
            "items.id",
            equalTo(java.util.Arrays.stream(expected).map(w -> w.id().toString()).toList()))
        .body("total_size", equalTo(expected.length));
  }

  @Test
  void whoHoldsNothingSeesAnEmptyList() {
    workspace("1");

    Api.nobody()
        .get(WORKSPACES)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0))
        .body("total_size", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource({
    "selector=tier%3D%3D%3Dgold,INVALID_SELECTOR",
    "selector=tier+in+(,INVALID_SELECTOR",
    "state=broken,INVALID_PARAMETER",
    "search=%00,INVALID_PARAMETER",
    "external_id=%00,INVALID_PARAMETER",
    "instantly_workspace_id=%00,INVALID_PARAMETER",
    "page_size=0,INVALID_PARAMETER",
    "page_token=xyz,INVALID_PAGE_TOKEN",
  })
  void aQueryThatCannotBeReadIsRefused(String query, String code) {
    problem(Api.admin().get(WORKSPACES + "?" + query).then(), 400, code);
  }

  @ParameterizedTest
  @CsvSource({
    "selector,INVALID_SELECTOR",
    "state,INVALID_PARAMETER",
    "external_id,INVALID_PARAMETER",
    "instantly_workspace_id,INVALID_PARAMETER"
  })
  void anEmptyFilterIsNotTheSameAsNone(String parameter, String code) {
    problem(Api.admin().get(WORKSPACES + "?" + parameter + "=").then(), 400, code);
  }

  @Test
  void aSelectorWithASyntaxErrorIsToldWhere() {
    problem(
            Api.admin().get(WORKSPACES + "?selector=tier%3Dgold,%3D").then(),
            400,
            "INVALID_SELECTOR")
        .body("position", equalTo(10))
        .body("detail", containsString("character 10"));
  }

  @Test
  void aPageTokenOfAnotherListIsRefused() {
    workspace("1");
    workspace("2");
    String token = list("selector=run%3D" + run + "&page_size=1").extract().path("next_page_token");

    problem(
        Api.admin().get(WORKSPACES + "?page_size=1&page_token=" + token).then(),
        400,
        "INVALID_PAGE_TOKEN");
  }

  @Test
  void anEditMergesLabelsAndNullRemoves() {
    Workspace made = workspace("1", "tier=gold", "region=emea");

    Api.admin()
        .contentType("application/merge-patch+json")
        .body(
            "{\"name\":\" New name \",\"external_id\":\"x-%s\",\"labels\":{\"tier\":\"silver\",\"region\":null,\"a.example/b\":\"\"}}"
                .formatted(run))
        .patch(path(made))
        .then()
        .statusCode(200)
        .body("name", equalTo("New name"))
        .body("instantly_name", equalTo(made.instantlyName()))
        .body("external_id", equalTo("x-" + run))
        .body("labels", equalTo(Map.of("run", run, "tier", "silver", "a.example/b", "")));
    Api.admin()
        .body("{\"external_id\":null}")
        .patch(path(made))
        .then()
        .statusCode(200)
        .body("$", not(hasKey("external_id")))
        .body("name", equalTo("New name"));
  }

  @Test
  void twoWorkspacesCannotHaveOneExternalId() {
    Workspace one = workspace("1");
    Workspace other = workspace("2");
    String body = "{\"external_id\":\"" + run + "\"}";
    Api.admin().body(body).patch(path(one)).then().statusCode(200);

    problem(Api.admin().body(body).patch(path(other)).then(), 409, "ALREADY_EXISTS")
        .body("errors[0].pointer", equalTo("/external_id"));
  }

  @Test
  void accident18_anotherIdInTheBodyIsRefusedAndChangesNeither() {
    Workspace one = workspace("1");
    Workspace other = workspace("2");

    problem(
            Api.admin()
                .body("{\"id\":\"%s\",\"name\":\"x\"}".formatted(other.id()))
                .patch(path(one))
                .then(),
            400,
            "UNKNOWN_FIELD")
        .body("errors[0].pointer", equalTo("/id"));

    assertThat(workspaces.findNow(one.id())).contains(one);
    assertThat(workspaces.findNow(other.id())).contains(other);
  }

  @Test
  void anEditOfAnotherRevisionIsRefused() {
    Workspace made = workspace("1");
    String tag = Api.admin().get(path(made)).then().extract().header("ETag");

    String newer =
        Api.admin()
            .header("If-Match", "\"no\", " + tag)
            .body("{\"name\":\"one\"}")
            .patch(path(made))
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");
    problem(
        Api.admin().header("If-Match", tag).body("{\"name\":\"two\"}").patch(path(made)).then(),
        412,
        "PRECONDITION_FAILED");
    problem(
        Api.admin().header("If-Match", tag).delete(path(made)).then(), 412, "PRECONDITION_FAILED");

    assertThat(newer).isNotEqualTo(tag);
    Api.admin().get(path(made)).then().header("ETag", newer).body("name", equalTo("one"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|400|MALFORMED_REQUEST|",
        "null|400|MALFORMED_REQUEST|",
        "[]|400|MALFORMED_REQUEST|",
        "{\"name\":5}|400|MALFORMED_REQUEST|/name",
        "{\"name\":null}|422|VALIDATION_FAILED|/name",
        "{\"name\":\" \"}|422|VALIDATION_FAILED|/name",
        "{\"name\":\"a\\u0000b\"}|422|VALIDATION_FAILED|/name",
        "{\"name\":\"a\\u0085b\"}|422|VALIDATION_FAILED|/name",
        "{\"external_id\":{}}|400|MALFORMED_REQUEST|/external_id",
        "{\"external_id\":\"\"}|422|VALIDATION_FAILED|/external_id",
        "{\"labels\":[]}|400|MALFORMED_REQUEST|/labels",
        "{\"labels\":null}|422|VALIDATION_FAILED|/labels",
        "{\"labels\":{\"tier\":7}}|400|MALFORMED_REQUEST|/labels/tier",
        "{\"labels\":{\"-tier\":\"x\"}}|422|VALIDATION_FAILED|/labels/-tier",
        "{\"labels\":{\"A/b/c\":null}}|422|VALIDATION_FAILED|/labels/A~1b~1c",
        "{\"labels\":{\"tier\":\"no blanks\"}}|422|VALIDATION_FAILED|/labels/tier",
        "{\"labels\":{\"ti\u0435r\":\"cyrillic\"}}|422|VALIDATION_FAILED|",
        "{\"state\":\"active\"}|400|UNKNOWN_FIELD|/state",
      })
  void anEditThatMakesNoSenseIsRefused(String body, int status, String code, String pointer) {
    Workspace made = workspace("1");

    var answer =
        problem(Api.admin().body(body == null ? "" : body).patch(path(made)).then(), status, code);
    if (pointer != null) {
      answer.body("errors[0].pointer", equalTo(pointer));
    }
    assertThat(workspaces.findNow(made.id())).contains(made);
  }

  @Test
  void aWorkspaceHasAtMost64Labels() {
    Workspace made = workspace("1");
    var labels = new ArrayList<String>();
    for (int i = 0; i < 64; i++) {
      labels.add("\"l" + i + "\":\"x\"");
    }

    problem(
            Api.admin()
                .body("{\"labels\":{" + String.join(",", labels) + "}}")
                .patch(path(made))
                .then(),
            422,
            "VALIDATION_FAILED")
        .body("errors[0].pointer", equalTo("/labels"));
    problem(
            label(
                "{\"workspace_ids\":[\"%s\"],\"set\":{%s}}"
                    .formatted(made.id(), String.join(",", labels))),
            422,
            "VALIDATION_FAILED")
        .body("errors[0].pointer", equalTo("/set"));
  }

  @Test
  void labelsOfManyChangeTogether() {
    Workspace gold = workspace("1", "tier=gold");
    Workspace silver = workspace("2", "tier=silver");
    Workspace other = workspace("3");

    label(
            "{\"selector\":\"run=%s,tier\",\"set\":{\"owner\":\"ann\"},\"remove\":[\"tier\"]}"
                .formatted(run))
        .statusCode(200)
        .body("matched", equalTo(2))
        .body("changed", equalTo(2));
    label(
            "{\"workspace_ids\":[\"%s\",\"%s\"],\"set\":{\"owner\":\"ann\"}}"
                .formatted(gold.id(), other.id()))
        .statusCode(200)
        .body("matched", equalTo(2))
        .body("changed", equalTo(1))
        .body("workspace_ids", equalTo(List.of(other.id().toString())));

    for (Workspace each : List.of(gold, silver, other)) {
      assertThat(workspaces.findNow(each.id()).orElseThrow().labels())
          .isEqualTo(Map.of("run", run, "owner", "ann"));
    }
  }

  @Test
  void aSelectorThatMatchesNothingSaysSo() {
    label("{\"selector\":\"run=%s\",\"set\":{\"a\":\"b\"}}".formatted(run))
        .statusCode(200)
        .body("matched", equalTo(0))
        .body("changed", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|422|VALIDATION_FAILED|",
        "{\"set\":{\"a\":\"b\"}}|422|VALIDATION_FAILED|",
        "{\"all\":true,\"selector\":\"a\",\"set\":{\"a\":\"b\"}}|422|VALIDATION_FAILED|",
        "{\"all\":false,\"set\":{\"a\":\"b\"}}|422|VALIDATION_FAILED|/all",
        "{\"all\":true}|422|VALIDATION_FAILED|",
        "{\"all\":true,\"set\":{\"a\":\"b\"},\"remove\":[\"a\"]}|422|VALIDATION_FAILED|/remove",
        "{\"all\":true,\"set\":{\"a\":null}}|422|VALIDATION_FAILED|/set/a",
        "{\"all\":true,\"remove\":[null]}|422|VALIDATION_FAILED|/remove",
        "{\"all\":true,\"remove\":[\"a,b\"]}|422|VALIDATION_FAILED|/remove",
        "{\"all\":\"true\",\"set\":{\"a\":\"b\"}}|400|MALFORMED_REQUEST|/all",
        "{\"selector\":\"\",\"set\":{\"a\":\"b\"}}|400|INVALID_SELECTOR|/selector",
        "{\"selector\":\"a in (\",\"set\":{\"a\":\"b\"}}|400|INVALID_SELECTOR|/selector",
        "{\"workspace_ids\":[],\"set\":{\"a\":\"b\"}}|422|VALIDATION_FAILED|/workspace_ids",
        "{\"workspace_ids\":[null],\"set\":{\"a\":\"b\"}}|404|WORKSPACE_NOT_FOUND|/workspace_ids/0",
        "{\"workspace_ids\":[\"../x\"],\"set\":{\"a\":\"b\"}}|404|WORKSPACE_NOT_FOUND|/workspace_ids/0",
      })
  void aChangeOfLabelsThatMakesNoSenseIsRefused(
      String body, int status, String code, String pointer) {
    var answer = problem(label(body), status, code);
    if (pointer != null) {
      answer.body("errors[0].pointer", equalTo(pointer));
    }
  }

  @Test
  void anUnknownIdAmongManyChangesNothing() {
    Workspace made = workspace("1");

    problem(
        label(
            "{\"workspace_ids\":[\"%s\",\"%s\"],\"set\":{\"a\":\"b\"}}"
                .formatted(made.id(), Ids.next())),
        404,
        "WORKSPACE_NOT_FOUND");

    assertThat(workspaces.findNow(made.id())).contains(made);
  }

  private static ValidatableResponse label(String body) {
    return Api.admin().body(body).post(WORKSPACES + "/labels").then();
  }

  @Test
  void aSuspensionNeedsAReasonAndKeepsTheFirst() {
    Workspace made = workspace("1");

    problem(Api.admin().body("{}").post(path(made) + "/suspend").then(), 422, "VALIDATION_FAILED")
        .body("errors[0].pointer", equalTo("/reason"));
    problem(Api.admin().post(path(made) + "/suspend").then(), 400, "MALFORMED_REQUEST");
    for (String reason : List.of("the client left", "another")) {
      Api.admin()
          .body("{\"reason\":\"%s\"}".formatted(reason))
          .post(path(made) + "/suspend")
          .then()
          .statusCode(200)
          .body("state", equalTo("suspended"))
          .body("reason", nullValue());
    }

    assertThat(workspaces.findNow(made.id()).orElseThrow().suspension().orElseThrow())
        .matches(suspension -> suspension.reason().equals("the client left"))
        .matches(suspension -> suspension.by().equals("sub:ann"));
  }

  @ParameterizedTest
  @CsvSource({
    "agency-automation,PATCH,",
    "agency-automation,DELETE,",
    "agency-automation,PUT,/credential",
    "agency-automation,POST,/suspend",
    "agency-automation,POST,/resume",
    "agency-auditor,PATCH,",
    "agency-auditor,POST,/verify",
    "agency-auditor,POST,/import-group",
    "agency-approver,POST,/suspend",
  })
  void whoSeesAWorkspaceIsToldWhatTheyMayNotDoWithIt(String role, String method, String path) {
    Workspace made = workspace("1");
    String at = path(made) + (path == null ? "" : path);

    problem(Api.as("bob", role).body("{}").request(method, at).then(), 403, "FORBIDDEN");
    problem(Api.nobody().body("{}").request(method, at).then(), 404, "WORKSPACE_NOT_FOUND");
    assertThat(workspaces.findNow(made.id())).contains(made);
  }

  @Test
  void onlyWhoMayRegisterRegistersAndOnlyAnAdminLabelsMany() {
    problem(Api.auditor().body("{}").post(WORKSPACES).then(), 403, "FORBIDDEN");
    problem(Api.nobody().body("{}").post(WORKSPACES).then(), 403, "FORBIDDEN");
    problem(
        Api.automation()
            .body("{\"all\":true,\"set\":{\"a\":\"b\"}}")
            .post(WORKSPACES + "/labels")
            .then(),
        403,
        "FORBIDDEN");
  }

  @Test
  void aWorkspaceThatOthersAreReachedThroughStays() {
    Workspace admin = workspace("admin");
    registered.delegated(run + "-sub", admin);

    problem(
            Api.admin().delete(path(admin) + "?leave_key=true").then(),
            409,
            "WORKSPACE_HAS_DELEGATES")
        .body("delegates", equalTo(1));
  }

  @Test
  void aDelegatedWorkspaceIsForgottenWithoutASayAboutAKey() {
    Workspace sub = registered.delegated(run + "-sub", workspace("admin"));

    Api.admin().delete(path(sub)).then().statusCode(204);

    problem(Api.admin().get(path(sub)).then(), 404, "WORKSPACE_NOT_FOUND");
    problem(Api.admin().delete(path(sub)).then(), 404, "WORKSPACE_NOT_FOUND");
  }

  @Test
  void leaveKeyIsTrueOrFalse() {
    problem(
        Api.admin().delete(path(workspace("1")) + "?leave_key=1").then(), 400, "INVALID_PARAMETER");
  }
}
