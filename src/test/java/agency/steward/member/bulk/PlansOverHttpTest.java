package agency.steward.member.bulk;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import agency.steward.member.Tenant;
import agency.steward.testing.Granted;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class PlansOverHttpTest {
  private static final String ADMIN = "agency-admin";

  @Inject Registered registered;
  @Inject Granted granted;

  private final String ann = "ann-" + UUID.randomUUID();

  private Tenant tenant(String... people) {
    return Tenant.of(registered, people);
  }

  private Response asked(String body) {
    return Asked.json(Asked.as(ann, ADMIN), body);
  }

  private Response csv(String kind, String... lines) {
    return Asked.csv(Asked.as(ann, ADMIN), kind, lines);
  }

  /** Names of media types have no case (RFC 9110, 8.3.1). */
  @Test
  void aCsvIsOneHoweverItsTypeIsSpelt() {
    problem(
            Asked.as(ann, ADMIN)
                .contentType("Text/CSV")
                .body("workspace,email")
                .post(Asked.PATH + "?kind=remove"),
            422,
            "VALIDATION_FAILED")
        .body("errors[0].pointer", equalTo("/rows"));
  }

  @Test
  void aSpecIsPlannedInEveryTargetAndNothingIsSent() {
    Tenant one = tenant("ann admin", "bob view", "cyd view");
    Tenant two = tenant("ann admin", "bob view");

    Response answer =
        asked(
            Asked.spec(
                "role_change", "{\"emails\":[\"BOB@x.example\"],\"role\":\"editor\"}", one, two));

    answer
        .then()
        .statusCode(201)
        .header("Location", endsWith("/v1/change-sets/" + answer.path("id")))
        .body("state", equalTo("planned"))
        .body("digest", startsWith("sha256:"))
        .body("created_by", equalTo("sub:" + ann))
        .body("required_approvals", equalTo(0))
        .body("counts.total", equalTo(2))
        .body("counts.by_action.role_change", equalTo(2))
        .body("counts.by_result.pending", equalTo(2))
        .body("guard.verdict", equalTo("clear"))
        .body("coverage.total", equalTo(2))
        .body("coverage.ok", equalTo(2))
        .body("expires_at", notNullValue());
    Asked set = Asked.planned(ann, answer, ADMIN);
    assertThat(set.rows("subject")).containsExactly("bob@x.example", "bob@x.example");
    assertThat(set.rows("before.role")).containsExactly("view", "view");
    assertThat(set.rows("after.role")).containsExactly("editor", "editor");
    assertThat(set.rows("result")).containsOnly("pending");
    assertThat(one.writes()).isEmpty();
    assertThat(two.writes()).isEmpty();
  }

  @Test
  void accident01_aDryRunMakesNoCallButReadsAndStoresNothing() {
    Tenant tenant = tenant("ann admin", "bob view");
    tenant.behave("POST", "/workspace-members", "\"fail\":{\"status\":500}");

    Response answer =
        Asked.as(ann, ADMIN)
            .body(Asked.spec("remove", "{\"emails\":[\"bob@x.example\"]}", tenant))
            .post(Asked.PATH + "?validate_only=true");

    answer
        .then()
        .statusCode(200)
        .body("digest", startsWith("sha256:"))
        .body("counts.by_result.pending", equalTo(1))
        .body("changes[0].subject", equalTo("bob@x.example"))
        .body("changes[0].action", equalTo("remove"));
    assertThat(tenant.writes()).isEmpty();
    Asked.as(ann, ADMIN)
        .get(Asked.PATH + "?created_by=sub:" + ann)
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @Test
  void aDryRunRemembersNotHowLongTheListWas() {
    Tenant tenant = tenant("ann admin", "bob view", "cyd view", "dan view", "eve view", "fay view");
    String body = Asked.spec("remove", "{\"emails\":[\"gus@x.example\"]}", tenant);
    Asked.as(ann, ADMIN)
        .body(body)
        .post(Asked.PATH + "?validate_only=true")
        .then()
        .statusCode(200)
        .body("coverage.ok", equalTo(1));
    tenant.behave("GET", "/workspace-members", "\"list_only_part\":0.4");

    asked(body).then().statusCode(201).body("guard.violations", hasSize(0));
  }

  @Test
  void rowsNameTheirWorkspaceByIdOrUniqueName() {
    Tenant one = tenant("bob view");
    Tenant two = tenant("cyd editor");

    Response answer =
        csv(
            "role_change",
            "workspace,email,role",
            one.workspace().id() + ",bob@x.example,editor",
            "\"" + two.workspace().name() + "\",cyd@x.example,view");

    answer.then().statusCode(201).body("counts.total", equalTo(2)).body("reason", equalTo("test"));
    assertThat(Asked.planned(ann, answer, ADMIN).rows("after.role"))
        .containsExactlyInAnyOrder("editor", "view");
  }

  @Test
  void twoWorkspacesOfOneNameAreNeverGuessedAt() {
    Tenant one = tenant("bob view");
    Tenant two = tenant("bob view");
    renamed(one, "Twin " + ann);
    renamed(two, "Twin " + ann);

    problem(
            csv("remove", "workspace,email", "Twin " + ann + ",bob@x.example"),
            422,
            "AMBIGUOUS_WORKSPACE")
        .body("errors[0].pointer", equalTo("line 2, column workspace"));
  }

  @Test
  void aNameThatSomebodyMayNotSeeIsNobodysAndMakesNoOtherAmbiguous() {
    Tenant mine = tenant("bob view");
    Tenant other = tenant("bob view");
    String gus = "gus-" + UUID.randomUUID();
    granted.in("sub:" + gus, "admin", mine.workspace());
    renamed(mine, "Twin " + ann);

    renamed(other, "Twin " + ann);
    Response twin =
        Asked.csv(Asked.as(gus), "remove", "workspace,email", "Twin " + ann + ",bob@x.example");
    renamed(other, "Hidden " + ann);
    Response hidden =
        Asked.csv(
            Asked.as(gus),
            "remove",
            "workspace,email",
            "Hidden " + ann + ",bob@x.example",
            other.workspace().id() + ",bob@x.example",
            mine.workspace().id() + ",bob@x.example");

    twin.then().statusCode(201).body("counts.total", equalTo(1));
    problem(hidden, 422, "VALIDATION_FAILED")
        .body(
            "errors.pointer",
            equalTo(List.of("line 2, column workspace", "line 3, column workspace")));
  }

  private void renamed(Tenant tenant, String name) {
    Asked.as(ann, ADMIN)
        .body("{\"name\":\"%s\"}".formatted(name))
        .patch("/v1/workspaces/" + tenant.workspace().id())
        .then()
        .statusCode(200);
  }

  @Test
  void accident12_cellsThatASpreadsheetHasChangedAreNamedByLineAndColumn() {
    Tenant tenant = tenant("bob view");
    String id = tenant.workspace().id().toString();

    problem(
            csv(
                "role_change",
                "workspace,email,role",
                id + ",1.16E+20,view",
                id + ",bob@x.example,\"=HYPERLINK(\"\"http://x\"\")\"",
                "nowhere,bob@x.example,view",
                id + ",+bob@x.example,editor",
                id + ",cyd@x.example,owner"),
            422,
            "VALIDATION_FAILED")
        .body(
            "errors.pointer",
            hasItems(
                "line 2, column email",
                "line 3, column role",
                "line 4, column workspace",
                "line 5, column email",
                "line 6, column role"));
    assertThat(tenant.calls()).isEmpty();
  }

  @Test
  void whatOneInvitationRefusesIsNamedByLineAndColumnAndByItsPlaceInJson() {
    Tenant tenant = tenant();
    String id = tenant.workspace().id().toString();

    problem(
            csv(
                "invite",
                "workspace,email,role,nickname,permissions",
                id + ",a@x.example,view,\"two\nlines\",",
                id + ",b@x.example,view,fine,crm.view;every(thing)"),
            422,
            "VALIDATION_FAILED")
        .body(
            "errors.pointer",
            equalTo(List.of("line 2, column nickname", "line 4, column permissions")));
    problem(
            asked(
                "{\"kind\":\"invite\",\"rows\":[{\"workspace\":\"%s\",\"email\":\"a@x.example\",\"role\":\"view\",\"nickname\":\"a\\u0000b\"}]}"
                    .formatted(id)),
            422,
            "VALIDATION_FAILED")
        .body("errors.pointer", equalTo(List.of("/rows/0/nickname")));
    assertThat(tenant.calls()).isEmpty();
  }

  @Test
  void accident12_aFileThatCurlHasMadeOneLineOfSaysSo() {
    problem(csv("remove", "workspace,emailacme,bob@x.example"), 422, "VALIDATION_FAILED")
        .body("errors.pointer", equalTo(List.of("line 1")))
        .body("detail", containsString("--data-binary"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "workspace,email,colour|acme,bob@x.example,red|UNKNOWN_FIELD|line 1, column colour",
        "workspace,email,email|acme,bob@x.example,|MALFORMED_REQUEST|line 1, column email",
        "workspace,email|acme,bob@x.example,red|MALFORMED_REQUEST|line 2",
        "workspace,email|acme,\"bob@x.example|MALFORMED_REQUEST|line 2",
        "workspace,email|\"acme\"y,bob@x.example|MALFORMED_REQUEST|line 2",
      })
  void whatIsNoTableOfKnownColumnsIsBadRequestWhateverElseIsWrong(
      String header, String line, String code, String where) {
    problem(csv("remove", header, line), 400, code).body("errors.pointer", hasItems(where));
  }

  @Test
  void oneLeadingApostropheIsTakenOffWhatWouldBeAFormula() {
    Tenant tenant = tenant();
    String id = tenant.workspace().id().toString();

    Response answer = csv("invite", "workspace,email,role", id + ",'+bob@x.example,view");

    assertThat(Asked.planned(ann, answer, ADMIN).rows("subject")).containsExactly("+bob@x.example");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|422|VALIDATION_FAILED",
        "[]|400|MALFORMED_REQUEST",
        "null|400|MALFORMED_REQUEST",
        "{|400|MALFORMED_REQUEST",
        "{\"kind\":\"nonsense\",\"rows\":[]}|422|VALIDATION_FAILED",
        "{\"kind\":\"remove\"}|422|VALIDATION_FAILED",
        "{\"kind\":\"remove\",\"rows\":[]}|422|VALIDATION_FAILED",
        "{\"kind\":\"remove\",\"rows\":{}}|400|MALFORMED_REQUEST",
        "{\"kind\":\"remove\",\"rows\":[1]}|400|MALFORMED_REQUEST",
        "{\"kind\":\"remove\",\"rows\":[{\"email\":\"a@b.c\"}]}|422|VALIDATION_FAILED",
        "{\"kind\":\"remove\",\"rows\":[{\"workspace\":\"x\",\"email\":\"a@b.c\",\"user\":1}]}|400|UNKNOWN_FIELD",
        "{\"kind\":\"remove\",\"targets\":{\"all\":false},\"spec\":{\"emails\":[\"a@b.c\"]}}|422|VALIDATION_FAILED",
        "{\"kind\":\"remove\",\"targets\":{\"selector\":\"\"},\"spec\":{\"emails\":[\"a@b.c\"]}}|400|INVALID_SELECTOR",
        "{\"kind\":\"remove\",\"targets\":{\"all\":true},\"spec\":{}}|422|VALIDATION_FAILED",
        "{\"kind\":\"remove\",\"targets\":{\"all\":true},\"spec\":{\"emails\":[\"a@b.c\"]},\"reason\":\"half \\ud800\"}|422|VALIDATION_FAILED",
        "{\"kind\":\"remove\",\"targets\":{\"all\":true},\"spec\":{\"emails\":[\"a@b.c\"]},\"reason\":\"nul \\u0000\"}|422|VALIDATION_FAILED",
        "{\"kind\":\"remove\",\"targets\":{\"all\":true},\"spec\":{\"emails\":[\"a@b.c\"],\"who\":1}}|400|UNKNOWN_FIELD",
        "{\"kind\":\"role_change\",\"targets\":{\"all\":true},\"spec\":{\"emails\":[\"a@b.c\"],\"role\":\"member\"}}|422|ROLE_NOT_ASSIGNABLE",
        "{\"kind\":\"remove\",\"targets\":{\"workspace_ids\":[\"x\"]},\"spec\":{\"emails\":[\"a@b.c\"]}}|404|WORKSPACE_NOT_FOUND",
        "{\"kind\":\"remove\",\"rows\":[],\"surprise\":1}|400|UNKNOWN_FIELD",
        "{\"kind\":\"remove\",\"rows\":[null]}|422|VALIDATION_FAILED",
        "{\"kind\":\"remove\",\"rows\":[{\"workspace\":7,\"email\":\"a@b.c\"}]}|400|MALFORMED_REQUEST",
        "{\"kind\":\"remove\",\"rows\":[{\"workspace\":\"x\",\"email\":7}]}|400|MALFORMED_REQUEST",
        "{\"kind\":\"remove\",\"targets\":{\"all\":true},\"spec\":{\"emails\":{}}}|400|MALFORMED_REQUEST",
        "{\"kind\":\"remove\",\"targets\":{\"all\":true},\"spec\":{\"emails\":[7,\"no address\"]}}|400|MALFORMED_REQUEST",
        "{\"kind\":\"role_change\",\"targets\":{\"all\":true},\"spec\":{\"emails\":[\"no address\"],\"role\":true}}|400|MALFORMED_REQUEST",
        "{\"kind\":\"reinvite\",\"targets\":{\"all\":true},\"spec\":{\"pending_longer_than\":14}}|400|MALFORMED_REQUEST",
        "{\"kind\":\"reinvite\",\"targets\":{\"all\":true},\"spec\":{\"pending_longer_than\":\"P106751991167300D\"}}|422|VALIDATION_FAILED",
        "{\"kind\":\"role_change\",\"targets\":{\"all\":true},\"spec\":{\"all_with_role\":\"viewer\",\"role\":\"view\"}}|422|VALIDATION_FAILED",
      })
  void accident15_aMalformedBulkBodyGetsA4xx(String body, int status, String code) {
    problem(asked(body), status, code);
  }

  @Test
  void aKindThatNobodyKnowsIsAnsweredWithThoseThatThereAre() {
    problem(Asked.as(ann, ADMIN).get(Asked.PATH + "?kind=zz"), 400, "INVALID_PARAMETER");
    Asked.as(ann, ADMIN)
        .get(Asked.PATH + "?kind=zz")
        .then()
        .body("detail", containsString("nickname_change, "))
        .body("detail", containsString("profile_change, "));
    Asked.as(ann, ADMIN).get(Asked.PATH + "?kind=profile_change").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait=x", "wait=-PT1S", "wait=x&validate_only=true", "validate_only=x"})
  void howItIsAskedForIsReadBeforeWhatIsAskedFor(String how) {
    problem(
        Asked.as(ann, ADMIN).body("{\"kind\":\"remove\",\"rows\":[]}").post(Asked.PATH + "?" + how),
        400,
        "INVALID_PARAMETER");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "email,role",
        "workspace,email,role,color\r\nx,a@b.c,view,red",
        "workspace,email,role,email\r\nx,a@b.c,view,b@b.c",
        "workspace,email,role\r\nx,a@b.c,view,more",
        "workspace,email,role\r\nx,\"a@b.c,view",
        "workspace,email,role",
      })
  void accident15_aMalformedCsvGetsA4xx(String text) {
    assertThat(csv("role_change", text).statusCode()).isIn(400, 422);
  }

  @Test
  void whoIsNotThereFailsWhereNamedAndIsNoRowOfASpec() {
    Tenant tenant = tenant("ann admin");
    String id = tenant.workspace().id().toString();

    Response rows = csv("role_change", "workspace,email,role", id + ",nobody@x.example,view");
    Response gone = csv("remove", "workspace,email", id + ",nobody@x.example");
    Response spec = asked(Asked.spec("remove", "{\"emails\":[\"nobody@x.example\"]}", tenant));

    Asked failed = Asked.planned(ann, rows, ADMIN);
    assertThat(failed.rows("result")).containsExactly("failed");
    assertThat(failed.rows("problem.code")).containsExactly("MEMBER_NOT_FOUND");
    assertThat(Asked.planned(ann, gone, ADMIN).rows("result")).containsExactly("already_satisfied");
    assertThat(Asked.planned(ann, spec, ADMIN).rows("result")).isEmpty();
  }

  @Test
  void aTargetThatCannotBeReadIsARowWithoutSubject() {
    Tenant well = tenant("bob view");
    Tenant ill = tenant("bob view");
    ill.behave("GET", "/workspace-members", "\"fail\":{\"status\":500}");

    Response answer = asked(Asked.spec("remove", "{\"emails\":[\"bob@x.example\"]}", ill, well));

    answer
        .then()
        .body("coverage.failed", equalTo(1))
        .body("coverage.ok", equalTo(1))
        .body("counts.by_result.not_attempted", equalTo(1))
        .body("counts.by_result.pending", equalTo(1));
    Asked set = Asked.planned(ann, answer, ADMIN);
    assertThat(set.rows("problem.code")).contains("UPSTREAM_ERROR");
    assertThat(set.rows("subject")).containsExactly(null, "bob@x.example");
  }

  @Test
  void aTargetWhoseKeyLacksAScopeHasFailedAndWasNotSkipped() {
    Tenant narrow = tenant("bob view");
    narrow.behave(
        "GET",
        "/workspace-members",
        "\"fail\":{\"status\":401,\"message\":\"Invalid scope. Required: workspace_members:read\"}");

    Response answer = asked(Asked.spec("remove", "{\"emails\":[\"bob@x.example\"]}", narrow));

    answer.then().body("coverage.failed", equalTo(1)).body("coverage.skipped", equalTo(0));
    assertThat(Asked.planned(ann, answer, ADMIN).rows("problem.code"))
        .containsExactly("CREDENTIAL_SCOPE_MISSING");
  }

  @Test
  void accident06_theKeyOfAnotherWorkspaceClosesTheTarget() {
    SandboxWorkspace mine = SandboxControl.workspace(Tenant.seed("bob view"));
    SandboxWorkspace other = SandboxControl.workspace(Tenant.seed("bob view"));
    Tenant mixed = new Tenant(mine, registered.workspace(mine.id(), other.apiKey()));

    Response answer = asked(Asked.spec("remove", "{\"emails\":[\"bob@x.example\"]}", mixed));

    answer
        .then()
        .statusCode(201)
        .body("counts.by_result.blocked_guard", equalTo(1))
        .body("guard.violations[0].rule", equalTo("IDENTITY_UNPROVEN"))
        .body("guard.violations[0].scope", equalTo("workspace"));
  }

  @Test
  void theFinalStateDecidesWhetherAnAdminIsLeft() {
    Tenant swap = tenant("ann admin", "bob editor", "cyd admin pending");
    Tenant last = tenant("ann admin", "bob admin");
    String one = swap.workspace().id().toString();
    String two = last.workspace().id().toString();

    Response answer =
        csv(
            "role_change",
            "workspace,email,role",
            one + ",ann@x.example,view",
            one + ",bob@x.example,admin",
            two + ",ann@x.example,view",
            two + ",bob@x.example,view");

    answer
        .then()
        .statusCode(201)
        .body("guard.verdict", equalTo("rows_blocked"))
        .body("guard.violations.rule", equalTo(List.of("LAST_ADMIN")))
        .body("guard.violations[0].seqs", containsInAnyOrder(3, 4))
        .body("required_approvals", equalTo(1))
        .body("counts.by_result.pending", equalTo(2));
  }

  @Test
  void accident03_aMassDemotionIsRefusedAlthoughNobodyIsRemoved() {
    String[] people =
        Stream.concat(
                Stream.of("zoe admin"), IntStream.range(0, 20).mapToObj(i -> "p" + i + " editor"))
            .toArray(String[]::new);
    Tenant tenant = tenant(people);

    asked(Asked.spec("role_change", "{\"all_with_role\":\"editor\",\"role\":\"view\"}", tenant))
        .then()
        .statusCode(201)
        .body("guard.verdict", equalTo("violated"))
        .body("guard.violations[0].rule", equalTo("BUDGET_WORKSPACE"))
        .body("guard.violations[0].limit", equalTo(5))
        .body("guard.violations[0].found", equalTo(20))
        .body("guard.violations[0].seqs", hasSize(20));
  }

  @Test
  void invitationsKnowWhoIsThereAlready() {
    Tenant tenant = tenant("ann admin", "bob view");

    Response answer =
        asked(
            Asked.spec(
                "invite",
                "{\"emails\":[\"ann@x.example\",\"bob@x.example\",\"new@x.example\"],\"role\":\"view\"}",
                tenant));

    Asked set = Asked.planned(ann, answer, ADMIN);
    assertThat(set.rows("result")).containsExactly("failed", "already_satisfied", "pending");
    assertThat(set.rows("problem.code")).contains("MEMBER_HAS_OTHER_ROLE");
  }

  @Test
  void aProfileWithOtherPermissionsMeansANewInvitationAndCountsAsARemoval() {
    Tenant tenant = tenant("zoe admin", "bob editor");
    String id = tenant.workspace().id().toString();

    Response answer = csv("profile_change", "workspace,email,profile", id + ",bob@x.example,sdr");

    Asked set = Asked.planned(ann, answer, ADMIN);
    assertThat(set.rows("action")).containsExactly("reinvite");
    assertThat(set.rows("effect")).containsExactly("reduces");
    assertThat(set.rows("reversibility")).containsExactly("reinvite");
  }

  @Test
  void whoIsSpeltInTwoWaysIsAskedForOnceUnlessTwoThingsAreWanted() {
    Tenant tenant = tenant("ann admin", "bob view");
    String id = tenant.workspace().id().toString();
    String lines = id + ",bob@x.example,%s\r\n" + id + ",BOB@x.example,editor";

    Response same = csv("role_change", "workspace,email,role", lines.formatted("editor"));
    Response two = csv("role_change", "workspace,email,role", lines.formatted("admin"));

    assertThat(Asked.planned(ann, same, ADMIN).rows("result")).containsExactly("pending");
    problem(two, 422, "VALIDATION_FAILED");
  }

  @Test
  void theExportCanBeSentInAgain() {
    Tenant tenant = tenant("ann admin", "bob view", "cyd editor");
    Response answer =
        asked(
            Asked.spec(
                "role_change", "{\"emails\":[\"bob@x.example\"],\"role\":\"editor\"}", tenant));
    Asked set = Asked.planned(ann, answer, ADMIN);

    Response export =
        Asked.as(ann, ADMIN)
            .header("Accept", "text/csv")
            .get(Asked.PATH + "/" + set.id() + "/changes");

    export
        .then()
        .statusCode(200)
        .contentType(startsWith("text/csv"))
        .body(startsWith("seq,workspace,email,role,workspace_name,"));
    Response again =
        Asked.as(ann, ADMIN)
            .contentType("text/csv")
            .body(export.asString())
            .post(Asked.PATH + "?kind=role_change");
    again.then().statusCode(201).body("digest", equalTo(answer.path("digest")));
    Asked.as(ann, ADMIN)
        .get(Asked.PATH + "/" + set.id() + "/changes?format=ndjson")
        .then()
        .statusCode(200)
        .contentType("application/x-ndjson")
        .body(containsString("bob@x.example"));
  }

  @Test
  void theSameKeyTwiceIsOneChangeSet() {
    Tenant tenant = tenant("bob view");
    String key = UUID.randomUUID().toString();
    String body = Asked.spec("remove", "{\"emails\":[\"bob@x.example\"]}", tenant);

    Response first = Asked.json(Asked.as(ann, ADMIN).header("Idempotency-Key", key), body);
    Response second = Asked.json(Asked.as(ann, ADMIN).header("Idempotency-Key", key), body);

    first.then().statusCode(201);
    second.then().statusCode(201).header("Idempotency-Replayed", "true");
    assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
  }

  @Test
  void whoSeesNotEveryTargetSeesNoChangeSet() {
    Tenant mine = tenant("bob view");
    Tenant other = tenant("bob view");
    String gus = "gus-" + UUID.randomUUID();
    granted.in("sub:" + gus, "admin", mine.workspace());
    Asked both =
        Asked.planned(
            ann,
            asked(Asked.spec("remove", "{\"emails\":[\"bob@x.example\"]}", mine, other)),
            ADMIN);
    Response own =
        Asked.json(Asked.as(gus), Asked.spec("remove", "{\"emails\":[\"bob@x.example\"]}", mine));

    own.then().statusCode(201);
    problem(Asked.as(gus).get(Asked.PATH + "/" + both.id()), 404, "NOT_FOUND");
    Asked.as(gus).get(Asked.PATH).then().body("items.id", equalTo(List.of(own.<String>path("id"))));
    problem(
        Asked.json(Asked.as(gus), Asked.spec("remove", "{\"emails\":[\"bob@x.example\"]}", other)),
        404,
        "WORKSPACE_NOT_FOUND");
    problem(
        Asked.json(
            Asked.as("aud", "agency-auditor"),
            Asked.spec("remove", "{\"emails\":[\"bob@x.example\"]}", mine)),
        403,
        "FORBIDDEN");
  }

  @Test
  void aManagerWhoMayOnlyLookAtMembersCannotAskForARemoval() {
    Tenant tenant = tenant("bob view");
    String meg = "meg-" + UUID.randomUUID();
    granted.in("sub:" + meg, "manager", tenant.workspace());

    problem(
        Asked.json(Asked.as(meg), Asked.spec("remove", "{\"emails\":[\"bob@x.example\"]}", tenant)),
        403,
        "FORBIDDEN");
  }

  @Test
  void aMachinesRiskyRowsNeedAPerson() {
    Tenant tenant = tenant("zoe admin", "bob view");

    Asked.json(
            Asked.as("bot", "agency-automation"),
            Asked.spec("remove", "{\"emails\":[\"bob@x.example\"]}", tenant))
        .then()
        .statusCode(201)
        .body("required_approvals", equalTo(1));
    Asked.as("app-" + ann, "agency-approver")
        .get(Asked.PATH + "?awaiting_me=true&workspace_id=" + tenant.workspace().id())
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void aLargeCsvIsTaken() {
    Tenant tenant = tenant("zoe admin");
    String id = tenant.workspace().id().toString();
    String[] lines =
        Stream.concat(
                Stream.of("workspace,email,role"),
                IntStream.range(0, 25_000).mapToObj(i -> id + ",p" + i + "@x.example,view"))
            .toArray(String[]::new);

    Response answer =
        RestAssured.given()
            .header("Authorization", Tokens.bearer(ann, ADMIN))
            .contentType("text/csv")
            .body(String.join("\n", lines))
            .post(Asked.PATH + "?kind=invite&wait=PT30S");

    answer.then().statusCode(201).body("counts.total", equalTo(25_000));
  }
}
