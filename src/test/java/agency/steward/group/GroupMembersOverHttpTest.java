package agency.steward.group;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import agency.steward.testing.Asking;
import agency.steward.testing.GroupLinks;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class GroupMembersOverHttpTest {
  private static final String ALL = "/workspace-group-members";
  private static final String ONE = "/workspace-group-members/{id}";

  @Inject Registered registered;

  private Group group;

  @BeforeEach
  void found() {
    group = Group.of(registered);
  }

  @Test
  void anInvitationIsPendingUntilItIsAcceptedAndThenImported() {
    var invited = group.inviteSub();

    String link = invited.path("id");
    invited
        .then()
        .statusCode(201)
        .header("Location", endsWith(group.path(link)))
        .header("Steward-Change-Set", notNullValue())
        .body("workspace_id", equalTo(group.admin().id().toString()))
        .body("admin_workspace_id", equalTo(group.agency().id()))
        .body("sub_workspace_id", equalTo(group.sub().id()))
        .body("sub_workspace_name", equalTo("Sub"))
        .body("status", equalTo("pending"))
        .body("$", not(hasKey("steward")));
    importGroup().body("registered.size()", equalTo(0)).body("skipped.size()", equalTo(1));

    SandboxControl.acceptLink(link);

    String sub =
        importGroup()
            .body("registered.instantly_workspace_id", equalTo(List.of(group.sub().id())))
            .extract()
            .path("registered[0].workspace_id");
    group
        .get(group.path())
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of(link)))
        .body("items[0].status", equalTo("accepted"))
        .body("items[0].steward.workspace_id", equalTo(sub));
    group
        .get(group.path(link))
        .then()
        .statusCode(200)
        .body("workspace_name", equalTo(group.admin().name()))
        .body("steward.workspace_id", equalTo(sub));
  }

  private io.restassured.response.ValidatableResponse importGroup() {
    return Asking.admin(group.admin())
        .body("{}")
        .post(Asking.path(group.admin(), "import-group"))
        .then()
        .statusCode(200);
  }

  @Test
  void whoIsInvitedAlreadyIsNotInvitedAgain() {
    String link = group.inviteSub().path("id");

    group.inviteSub().then().statusCode(200).body("id", equalTo(link));
    SandboxControl.acceptLink(link);
    group.inviteSub().then().statusCode(200).body("status", equalTo("accepted"));

    assertThat(group.writes()).hasSize(1);
  }

  @Test
  void whoRejectedCanBeInvitedAgain() {
    SandboxControl.rejectLink(GroupLinks.invite(group.agency(), group.sub()));

    group.inviteSub().then().statusCode(201).body("status", equalTo("pending"));
  }

  @Test
  void anEmailIsTheClassicMistake() {
    problem(group.invite("{\"sub_workspace_id\":\"ann@acme.example\"}"), 422, "VALIDATION_FAILED")
        .body("errors[0].pointer", equalTo("/sub_workspace_id"))
        .body("detail", containsString("Instantly's id of the workspace"))
        .body("detail", containsString("owner then has to accept in Instantly's app"));
  }

  @Test
  void stewardsIdIsTheOther() {
    Workspace own = registered.workspace(group.sub().id(), group.sub().apiKey());

    problem(group.invite("{\"sub_workspace_id\":\"" + own.id() + "\"}"), 422, "VALIDATION_FAILED")
        .body("detail", containsString(group.sub().id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"sub_workspace_id\":\"\"}", "{\"sub_workspace_id\":\"a b/..\"}"})
  void whatIsNoIdIsRefused(String body) {
    problem(group.invite(body), 422, "VALIDATION_FAILED")
        .body("errors[0].pointer", equalTo("/sub_workspace_id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"ann@acme.example\"", "7", "[]"})
  void whoeverInvitesAPersonIsToldWhatIsInvited(String email) {
    problem(group.invite("{\"email\":" + email + "}"), 422, "VALIDATION_FAILED")
        .body("errors[0].pointer", equalTo("/email"))
        .body("detail", containsString("sub_workspace_id"));
    assertThat(group.writes()).isEmpty();
  }

  @Test
  void aBodyThatSaysSomethingElseIsRefused() {
    problem(group.invite("{\"mail\":\"ann@acme.example\"}"), 400, "UNKNOWN_FIELD");
    problem(group.invite("{"), 400, "MALFORMED_REQUEST");
    problem(group.get(group.path() + "?page_size=0"), 400, "INVALID_PARAMETER");
    problem(group.get(group.path() + "?status=pending"), 400, "UNKNOWN_PARAMETER");
    assertThat(group.writes()).isEmpty();
  }

  @Test
  void whatTakesNoParametersRefusesThem() {
    problem(group.get(group.path("x") + "?full=true"), 400, "UNKNOWN_PARAMETER");
    problem(group.delete(group.path("x") + "?force=true"), 400, "UNKNOWN_PARAMETER");
    problem(
        group.get(Asking.path(group.admin(), "group-admin?full=true")), 400, "UNKNOWN_PARAMETER");
  }

  @Test
  void noWorkspaceIsInItsOwnGroupNorInAGroupAndTheAdminOfOne() {
    group.join();
    Workspace delegated = registered.delegated(group.sub().id(), group.admin());

    problem(
        group.invite("{\"sub_workspace_id\":\"" + group.agency().id() + "\"}"),
        422,
        "VALIDATION_FAILED");
    problem(
            Asking.admin(delegated)
                .body("{\"sub_workspace_id\":\"" + UUID.randomUUID() + "\"}")
                .post(Asking.path(delegated, Group.LINKS)),
            422,
            "VALIDATION_FAILED")
        .body("detail", containsString("in a group itself"));
    assertThat(group.writes()).hasSize(1); // joining itself
  }

  @Test
  void aSubOfAnotherGroupHasAParentAlready() {
    GroupLinks.invite(SandboxControl.workspace(), group.sub());

    problem(group.inviteSub(), 409, "ALREADY_EXISTS")
        .body("detail", containsString("another parent"))
        .body("errors[0].pointer", equalTo("/sub_workspace_id"))
        .body("existing_id", nullValue());
  }

  @Test
  void aWorkspaceThatInstantlyDoesNotKnowCannotBeInvited() {
    problem(
            group.invite("{\"sub_workspace_id\":\"" + UUID.randomUUID() + "\"}"),
            404,
            "NOT_FOUND_IN_WORKSPACE")
        .body("detail", containsString("no workspace with this id"));
  }

  @Test
  void linksComeInPages() {
    for (int i = 0; i < 3; i++) {
      GroupLinks.invite(group.agency(), SandboxControl.workspace());
    }

    var first = group.get(group.path() + "?page_size=2").then().statusCode(200);

    first.body("items.size()", equalTo(2));
    String token = first.extract().path("next_page_token");
    group
        .get(group.path() + "?page_size=2&page_token=" + token)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("$", not(hasKey("next_page_token")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "ADMIN", "nothing-like-it", "a%2F..%2Fadmin", "x@y"})
  void whatIsNoLinkIsNotFound(String id) {
    problem(group.get(group.path(id)), 404, "NOT_FOUND_IN_WORKSPACE");
  }

  @Test
  void theAdminRemovesASubWorkspace() {
    String link = group.join();

    group
        .delete(group.path(link))
        .then()
        .statusCode(204)
        .header("Steward-Change-Set", notNullValue());

    group.get(group.path()).then().body("items.size()", equalTo(0));
    group.delete(group.path(link)).then().statusCode(204);
    assertThat(group.writes()).hasSize(2); // joining, and one removal
  }

  @Test
  void aSubWorkspaceLeavesWithTheLinkThatGroupAdminNames() {
    group.join();
    Workspace own = registered.workspace(group.sub().id(), group.sub().apiKey());
    String link =
        Asking.admin(own)
            .get(Asking.path(own, "group-admin"))
            .then()
            .statusCode(200)
            .body("workspace_name", equalTo(own.name()))
            .body("admin_workspace_name", equalTo("Agency"))
            .body("has_admin_workspace", equalTo(true))
            .extract()
            .path("workspace_group_member_id");

    Asking.admin(own).delete(Asking.path(own, "group-members/" + link)).then().statusCode(204);

    Asking.admin(own)
        .get(Asking.path(own, "group-admin"))
        .then()
        .statusCode(200)
        .body("has_admin_workspace", equalTo(false))
        .body("$", not(hasKey("admin_workspace_name")))
        .body("$", not(hasKey("instantly_workspace_name")));
    group.get(group.path()).then().body("items.size()", equalTo(0));
  }

  @Test
  void aYesThatChangedNothingIsNotApplied() {
    group.agency().behave("POST", ALL, "\"accept_without_effect\":true");
    problem(group.inviteSub(), 502, "WRITE_NOT_EFFECTIVE");

    group.agency().behave("POST", ALL, "\"accept_without_effect\":false");
    String link = group.join();
    group.agency().behave("DELETE", ONE, "\"accept_without_effect\":true");
    problem(group.delete(group.path(link)), 502, "WRITE_NOT_EFFECTIVE");
  }

  @Test
  void leavingWithoutEffectIsSeenFromTheSubsSideToo() {
    String link = group.join();
    Workspace own = registered.workspace(group.sub().id(), group.sub().apiKey());
    group.sub().behave("DELETE", ONE, "\"accept_without_effect\":true");

    problem(
        Asking.admin(own).delete(Asking.path(own, "group-members/" + link)),
        502,
        "WRITE_NOT_EFFECTIVE");
  }

  @Test
  void aLapsedPlanIsSaidOnceAndThenNobodyIsAsked() {
    SandboxControl.patch(group.agency().id(), "{\"plan_active\":false}");
    problem(group.get(group.path()), 409, "WORKSPACE_PLAN_INACTIVE");
    int asked = SandboxControl.journal(group.agency().id()).size();

    problem(group.get(group.path()), 409, "WORKSPACE_PLAN_INACTIVE");
    problem(group.inviteSub(), 409, "WORKSPACE_PLAN_INACTIVE");

    assertThat(SandboxControl.journal(group.agency().id())).hasSize(asked);
  }
}
