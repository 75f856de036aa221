package agency.steward.group;

import static agency.steward.testing.Asking.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import agency.steward.testing.Asking;
import agency.steward.testing.Granted;
import agency.steward.testing.GroupLinks;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class FleetGroupMembersTest {
  private static final String LINKS = "/v1/group-members";

  @Inject Registered registered;
  @Inject Granted granted;

  private final String fleet = "f" + UUID.randomUUID();
  private final SandboxWorkspace agency = SandboxControl.workspace("{\"name\":\"Agency\"}");
  private final SandboxWorkspace plain = SandboxControl.workspace();
  private final SandboxWorkspace sub = SandboxControl.workspace();
  private Workspace admin;
  private Workspace other;

  @BeforeEach
  void found() {
    admin = in(agency);
    other = in(plain);
  }

  private Workspace in(SandboxWorkspace sandbox) {
    return registered.workspace(sandbox.id(), sandbox.apiKey(), Map.of("fleet", fleet));
  }

  private ValidatableResponse ask(String more) {
    return Asking.as("ann", "agency-admin")
        .get(LINKS + "?selector=fleet=" + fleet + more)
        .then()
        .statusCode(200);
  }

  private static int calls(SandboxWorkspace of) {
    return SandboxControl.journal(of.id()).size();
  }

  @Test
  void plainWorkspacesAreAskedOnceAndThenNotEvenCounted() {
    String link = GroupLinks.join(agency, sub);

    ask("").body("coverage.total", equalTo(2)).body("coverage.ok", equalTo(2));
    int asked = calls(plain);
    int askedAdmin = calls(agency);

    ask("")
        .body("items.id", equalTo(List.of(link)))
        .body("items[0].workspace_id", equalTo(admin.id().toString()))
        .body("items[0].status", equalTo("accepted"))
        .body("coverage.total", equalTo(1))
        .body("coverage.ok", equalTo(1));
    assertThat(calls(plain)).isEqualTo(asked);
    assertThat(calls(agency)).isGreaterThan(askedAdmin);
  }

  @Test
  void aPlainOneThatIsNamedIsNotAskedAgainEither() {
    ask("");
    int asked = calls(plain);

    Asking.as("ann", "agency-admin")
        .get(LINKS + "?workspace_id=" + other.id() + "&workspace_id=nobody")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0))
        .body("coverage.total", equalTo(1))
        .body("coverage.failures.workspace_id", equalTo(List.of("nobody")));
    assertThat(calls(plain)).isEqualTo(asked);
  }

  @Test
  void whoInvitesThroughStewardIsAskedAgainAtOnce() {
    ask("").body("coverage.total", equalTo(2));
    ask("").body("coverage.total", equalTo(0));

    Asking.admin(admin)
        .body("{\"sub_workspace_id\":\"" + sub.id() + "\"}")
        .post(Asking.path(admin, "group-members"))
        .then()
        .statusCode(201);

    ask("").body("items.status", equalTo(List.of("pending"))).body("coverage.total", equalTo(1));
  }

  @Test
  void whoOthersAreReachedThroughIsAskedWhateverIsRemembered() {
    ask("");
    GroupLinks.join(agency, sub);
    Workspace delegated = registered.delegated(sub.id(), admin);

    ask("")
        .body("items.steward.workspace_id", equalTo(List.of(delegated.id().toString())))
        .body("coverage.total", equalTo(1));
  }

  @Test
  void aDelegatedWorkspaceIsNeverAsked() {
    GroupLinks.join(agency, sub);
    Workspace delegated = registered.delegated(sub.id(), admin);
    int asked = calls(sub);

    Asking.as("ann", "agency-admin")
        .get(LINKS + "?workspace_id=" + delegated.id())
        .then()
        .statusCode(200)
        .body("coverage.total", equalTo(0));
    assertThat(calls(sub)).isEqualTo(asked);
  }

  @Test
  void whoFailsAndWhoIsNotActiveIsNamedAsInEveryFleetRead() {
    GroupLinks.join(agency, sub);
    GroupLinks.invite(plain, SandboxControl.workspace());
    agency.behave("GET", "/workspace-group-members", "\"hang\":true");
    Asking.admin(other)
        .body("{\"reason\":\"x\"}")
        .post("/v1/workspaces/" + other.id() + "/suspend")
        .then()
        .statusCode(200);

    ask("&deadline=PT0.5S")
        .body("coverage.failures.code", equalTo(List.of("UPSTREAM_TIMEOUT")))
        .body("coverage.skipped_workspaces.code", equalTo(List.of("WORKSPACE_SUSPENDED")));
  }

  @Test
  void csvAndLinesSayTheSame() {
    String link = GroupLinks.join(agency, sub);
    ask("");

    String csv = ask("&format=csv").contentType("text/csv").extract().asString();
    assertThat(csv.lines().toList()).hasSize(2).last().asString().contains(link, "accepted");
    String lines = ask("&format=ndjson").extract().asString();
    assertThat(lines.lines()).hasSize(2);
  }

  @Test
  void everybodySeesOnlyTheirOwnAndNobodyWithoutAToken() {
    GroupLinks.join(agency, sub);
    Workspace delegated = registered.delegated(sub.id(), admin);
    String who = "g" + UUID.randomUUID();
    granted.in("sub:" + who, "viewer", admin);
    Asking.as(who).get(LINKS).then().statusCode(200).body("items.size()", equalTo(0));
    granted.in("sub:" + who, "manager", admin);

    Asking.as(who)
        .get(LINKS)
        .then()
        .statusCode(200)
        .body("items.workspace_id", containsInAnyOrder(admin.id().toString()))
        .body("items[0].steward", org.hamcrest.Matchers.nullValue());
    assertThat(Asking.as(who).get(LINKS).asString()).doesNotContain(delegated.id().toString());
    given().get(LINKS).then().statusCode(401);
  }

  @Test
  void whatCannotBeAskedIsSaid() {
    var ann = Asking.as("ann", "agency-admin");
    problem(ann.get(LINKS + "?deadline=soon"), 400, "INVALID_PARAMETER");
    problem(Asking.as("ann", "agency-admin").get(LINKS + "?selector="), 400, "INVALID_SELECTOR");
    problem(Asking.as("ann", "agency-admin").get(LINKS + "?status=x"), 400, "UNKNOWN_PARAMETER")
        .body("detail", containsString("status"));
  }
}
