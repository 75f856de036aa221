package agency.steward.member;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import agency.steward.testing.Asking;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
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
class MembersOverHttpTest {
  @Inject Registered registered;

  private Tenant tenant(String... people) {
    return Tenant.of(registered, people);
  }

  @Test
  void everybodyIsListedPageByPage() {
    Tenant tenant =
        tenant(IntStream.range(0, 124).mapToObj(i -> "p" + i + " view").toArray(String[]::new));
    var seen = new ArrayList<String>();
    String token = "";
    do {
      var page =
          tenant
              .admin()
              .get(tenant.path() + "?page_size=50" + token)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      seen.addAll(page.getList("items.id"));
      token = page.getString("next_page_token");
      token = token == null ? "" : "&page_token=" + token;
    } while (!token.isEmpty());

    assertThat(seen).hasSize(125).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void aMemberGoesOutUnderInstantlysNamesWithStewardsWorkspace() {
    Tenant tenant = tenant("ann admin");

    tenant
        .admin()
        .get(tenant.path("ann"))
        .then()
        .statusCode(200)
        .body("workspace_id", equalTo(tenant.workspace().id().toString()))
        .body("workspace_name", equalTo(tenant.workspace().name()))
        .body("instantly_workspace_id", equalTo(tenant.sandbox().id()))
        .body("email", equalTo("ann@x.example"))
        .body("role", equalTo("admin"))
        .body("accepted", equalTo(true))
        .body("timestamp_created", notNullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "role=admin,ann",
    "accepted=false,bob",
    "email=ANN@X.example,ann",
    "search=bob,bob",
    "role=view&accepted=true,cyd",
  })
  void theListIsFiltered(String filter, String person) {
    Tenant tenant = tenant("ann admin", "bob view pending", "cyd view");

    tenant
        .admin()
        .get(tenant.path() + "?" + filter)
        .then()
        .statusCode(200)
        .body("items.email", equalTo(List.of(person + "@x.example")));
  }

  @Test
  void aPageTokenIsNoneOfAnotherWorkspacesList() {
    Tenant tenant = tenant("ann admin");
    Tenant other = tenant("bob admin");
    String token =
        Asking.as("ann", "agency-admin")
            .get(tenant.path() + "?page_size=1")
            .path("next_page_token");

    problem(
        Asking.as("ann", "agency-admin").get(other.path() + "?page_size=1&page_token=" + token),
        400,
        "INVALID_PAGE_TOKEN");
  }

  @Test
  void whoIsNotThereIsNotFound() {
    Tenant tenant = tenant();
    String nobody = tenant.path() + "/0199c2f0-2222-7a61-9d0e-3f3f2b1f0a01";

    problem(tenant.admin().get(nobody), 404, "NOT_FOUND_IN_WORKSPACE");
    problem(
        tenant.admin().body("{\"role\":\"view\"}").patch(nobody), 404, "NOT_FOUND_IN_WORKSPACE");
    assertThat(tenant.writes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a%2Fb",
        "%2F",
        "a%00",
        "..%2Fapi-keys",
        "%D0%B0bc",
        "a%3Fb",
        "a%20b",
        "%252E%252E"
      })
  void anIdThatCouldLeadElsewhereNeverReachesInstantly(String id) {
    Tenant tenant = tenant();
    int before = tenant.calls().size();

    for (Response answer :
        List.of(
            tenant.admin().get(tenant.path() + "/" + id),
            tenant.admin().delete(tenant.path() + "/" + id),
            tenant.admin().body("{\"role\":\"view\"}").patch(tenant.path() + "/" + id))) {
      assertThat(answer.statusCode()).isIn(400, 404, 405);
      assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }
    assertThat(tenant.callsAfter(before)).noneMatch(call -> call.contains("members/"));
    assertThat(tenant.writes()).isEmpty();
  }

  @Test
  void somebodyIsInvitedAndCanBeFoundWhereTheAnswerSays() {
    Tenant tenant = tenant("ann admin");

    Response answer = tenant.invite("{\"email\":\"New@x.example\",\"role\":\"editor\"}");

    String id = answer.then().statusCode(201).extract().path("id");
    answer
        .then()
        .header("Location", endsWith(tenant.path() + "/" + id))
        .body("email", equalTo("New@x.example"))
        .body("role", equalTo("editor"))
        .body("accepted", equalTo(false))
        .body("workspace_id", equalTo(tenant.workspace().id().toString()));
    tenant.admin().get(tenant.path() + "/" + id).then().statusCode(200);
    var row = tenant.row(answer);
    assertThat(row.getString("action")).isEqualTo("invite");
    assertThat(row.getString("subject")).isEqualTo("New@x.example");
    assertThat(row.getString("result")).isEqualTo("applied");
    assertThat(row.getString("before")).isNull();
    assertThat(row.getBoolean("verified")).isTrue();
  }

  @Test
  void aProfileBringsItsRoleAndPermissions() {
    Tenant tenant = tenant();

    tenant
        .invite("{\"email\":\"sdr@x.example\",\"profile\":\"sdr\",\"nickname\":\"West\"}")
        .then()
        .statusCode(201)
        .body("role", equalTo("editor"))
        .body("nickname", equalTo("West"))
        .body("permissions", hasItem("unibox.all"));
  }

  @Test
  void whoIsThereInThisRoleIsNotInvitedAgain() {
    Tenant tenant = tenant("ann editor");

    Response answer = tenant.invite("{\"email\":\"ANN@x.example\",\"role\":\"editor\"}");

    answer.then().statusCode(200).body("id", equalTo(tenant.id("ann")));
    assertThat(tenant.row(answer).getString("result")).isEqualTo("already_satisfied");
    assertThat(tenant.writes()).isEmpty();
  }

  @Test
  void whoIsThereInAnotherRoleIsAConflictThatNamesThem() {
    Tenant tenant = tenant("ann editor");

    problem(tenant.invite("{\"email\":\"ann@x.example\",\"role\":\"view\"}"), 409, "ALREADY_EXISTS")
        .body("existing_id", equalTo(tenant.id("ann")));
    assertThat(tenant.writes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409})
  void anAddressThatInstantlyCallsTakenIsLookedFor(int status) {
    Tenant tenant = tenant();
    tenant.behave(
        "POST", "/workspace-members", "\"fail\":{\"status\":%d,\"times\":1}".formatted(status));

    problem(
        tenant.invite("{\"email\":\"new@x.example\",\"role\":\"view\"}"),
        status == 409 ? 409 : 422,
        status == 409 ? "ALREADY_EXISTS" : "REFUSED_BY_INSTANTLY");
  }

  @Test
  void aRoleIsChangedAndReadBack() {
    Tenant tenant = tenant("ann view");
    String path = tenant.path("ann");
    tenant.admin().get(path);
    int before = tenant.calls().size();

    Response answer = tenant.admin().body("{\"role\":\"editor\"}").patch(path);

    answer.then().statusCode(200).body("role", equalTo("editor"));
    String one = path.replaceFirst(".*/", "/api/v2/workspace-members/");
    assertThat(tenant.callsAfter(before).stream().filter(call -> !call.endsWith("/current")))
        .containsExactly("GET " + one, "PATCH " + one, "GET " + one);
    var row = tenant.row(answer);
    assertThat(row.getString("before.role")).isEqualTo("view");
    assertThat(row.getString("after.role")).isEqualTo("editor");
    assertThat(row.getString("reversibility")).isEqualTo("lossless");
  }

  @Test
  void aSecondWriteWithinAMinuteNeedsNoSecondProof() {
    Tenant tenant = tenant("ann view");
    String path = tenant.path("ann");
    tenant.admin().body("{\"role\":\"editor\"}").patch(path).then().statusCode(200);
    int before = tenant.calls().size();

    tenant.admin().body("{\"role\":\"admin\"}").patch(path).then().statusCode(200);

    assertThat(tenant.callsAfter(before)).hasSize(3);
  }

  @Test
  void whatIsSoAlreadyIsNotSent() {
    Tenant tenant = tenant("ann view");

    Response answer = tenant.patch("ann", "{\"role\":\"view\"}");

    answer.then().statusCode(200).body("role", equalTo("view"));
    assertThat(tenant.row(answer).getString("result")).isEqualTo("already_satisfied");
    assertThat(tenant.writes()).isEmpty();
  }

  @Test
  void aNicknameComesAndGoes() {
    Tenant tenant = tenant("ann view");

    tenant.patch("ann", "{\"nickname\":\"Boss\"}").then().body("nickname", equalTo("Boss"));
    Response answer = tenant.patch("ann", "{\"nickname\":null}");

    answer.then().statusCode(200).body("nickname", not(equalTo("Boss")));
    assertThat(tenant.row(answer).getString("action")).isEqualTo("nickname_change");
  }

  @Test
  void permissionsCannotBePatched() {
    Tenant tenant = tenant("ann view");

    problem(tenant.patch("ann", "{\"permissions\":[]}"), 422, "PERMISSIONS_NEED_REINVITE")
        .body("errors[0].pointer", equalTo("/permissions"));
  }

  @Test
  void aMemberIsRemovedAndStaysRemoved() {
    Tenant tenant = tenant("ann view");
    String path = tenant.path("ann");

    Response answer = tenant.admin().delete(path);

    answer.then().statusCode(204).body(equalTo(""));
    assertThat(tenant.row(answer).getString("reversibility")).isEqualTo("reinvite");
    assertThat(tenant.row(answer).getString("after")).isNull();
    problem(tenant.admin().get(path), 404, "NOT_FOUND_IN_WORKSPACE");
    Response again = tenant.admin().delete(path);
    again.then().statusCode(204);
    assertThat(tenant.row(again).getString("result")).isEqualTo("already_satisfied");
    assertThat(tenant.writes()).hasSize(1);
  }

  @Test
  void aNotFoundThatTheListContradictsIsNoProof() {
    Tenant tenant = tenant("ann view");
    String path = tenant.path("ann");
    tenant.behave("GET", "/workspace-members/{id}", "\"fail\":{\"status\":404,\"times\":1}");

    tenant.admin().delete(path).then().statusCode(204);

    assertThat(tenant.writes()).hasSize(1);
  }

  @Test
  void theOwnerIsProtected() {
    Tenant tenant = tenant("olga owner", "ann admin");

    problem(tenant.remove("olga"), 409, "GUARD_VIOLATED")
        .body("violations[0].rule", equalTo("OWNER_PROTECTED"))
        .body("violations[0].overridable", equalTo(false))
        .body("change_set_id", notNullValue());
    problem(tenant.patch("olga", "{\"role\":\"admin\"}"), 409, "GUARD_VIOLATED");
    assertThat(tenant.writes()).isEmpty();
  }

  @Test
  void theLastAdminIsNeitherDemotedNorRemoved() {
    Tenant tenant = tenant("olga owner", "ann admin", "bob admin pending", "cyd editor");

    Response answer = tenant.patch("ann", "{\"role\":\"view\"}");

    problem(answer, 409, "LAST_ADMIN").body("violations[0].rule", equalTo("LAST_ADMIN"));
    assertThat(tenant.row(answer).getString("result")).isEqualTo("blocked_guard");
    assertThat(tenant.row(answer).getString("guard.verdict")).isEqualTo("rows_blocked");
    problem(tenant.remove("ann"), 409, "LAST_ADMIN");
    assertThat(tenant.writes()).isEmpty();
    SandboxControl.accept(tenant.sandbox().id(), tenant.id("bob"));
    tenant.remove("ann").then().statusCode(204);
    assertThat(tenant.role("bob")).isEqualTo("admin");
  }

  @Test
  void anotherAdminIsLookedForOnlyUntilOneIsFound() {
    Tenant tenant =
        tenant(
            Stream.concat(
                    IntStream.range(0, 150).mapToObj(i -> "a" + i + " admin"),
                    Stream.of("zoe admin"))
                .toArray(String[]::new));
    String path = tenant.path("zoe");
    int before = tenant.calls().size();

    tenant.admin().body("{\"role\":\"view\"}").patch(path).then().statusCode(200);

    assertThat(tenant.callsAfter(before)).containsOnlyOnce("GET /api/v2/workspace-members");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"email\":\"ann\",\"role\":\"view\"}|422|VALIDATION_FAILED|/email",
        "{\"email\":\"a@b.c\\u0000\",\"role\":\"view\"}|422|VALIDATION_FAILED|/email",
        "{\"role\":\"view\"}|422|VALIDATION_FAILED|/email",
        "{\"email\":\"a@b.c\"}|422|VALIDATION_FAILED|/role",
        "{\"email\":\"a@b.c\",\"role\":\"member\"}|422|ROLE_NOT_ASSIGNABLE|/role",
        "{\"email\":\"a@b.c\",\"role\":5}|400|MALFORMED_REQUEST|/role",
        "{\"email\":\"a@b.c\",\"role\":\"view\",\"permissions\":\"all\"}|400|MALFORMED_REQUEST|/permissions",
        "{\"email\":\"a@b.c\",\"role\":\"view\",\"permissions\":[null]}|422|VALIDATION_FAILED|/permissions",
        "{\"email\":\"a@b.c\",\"role\":\"view\",\"user_id\":\"x\"}|400|UNKNOWN_FIELD|/user_id",
      })
  void aBadInvitationIsNamedAndNotSent(String body, int status, String code, String pointer) {
    Tenant tenant = tenant();

    problem(tenant.invite(body), status, code).body("errors[0].pointer", equalTo(pointer));
    assertThat(tenant.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "\"x\"", "{"})
  void aBodyThatIsNoneIsRefused(String body) {
    Tenant tenant = tenant();

    assertThat(tenant.invite(body).statusCode()).isIn(400, 422);
    assertThat(tenant.patchNobody(body).statusCode()).isIn(400, 422);
    assertThat(tenant.calls()).isEmpty();
  }

  @Test
  void theChangeSetOfAWriteCanBeLookedAt() {
    Tenant tenant = tenant("ann view");
    String id = tenant.patch("ann", "{\"role\":\"editor\"}").getHeader("Steward-Change-Set");

    tenant
        .admin()
        .get("/v1/change-sets/" + id)
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("kind", equalTo("role_change"))
        .body("state", equalTo("succeeded"))
        .body("digest", containsString("sha256:"))
        .body("created_by", equalTo("sub:admin-of-" + tenant.workspace().id()))
        .body("counts.total", equalTo(1))
        .body("counts.by_result.applied", equalTo(1))
        .body("counts.by_action.role_change", equalTo(1))
        .body("guard.verdict", equalTo("clear"))
        .body("approvals", equalTo(List.of()))
        .body("required_approvals", equalTo(0))
        .body("finished_at", notNullValue());
    tenant
        .admin()
        .get("/v1/change-sets?workspace_id=" + tenant.workspace().id() + "&kind=role_change")
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of(id)));
    problem(
        tenant.admin().get("/v1/change-sets/" + id + "/changes?page_size=0"),
        400,
        "INVALID_PARAMETER");
  }
}
