package agency.steward.group;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The link through which Steward reaches a workspace. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class OwnLinkTest {
  @Inject Registered registered;

  private Group group;
  private String link;
  private Workspace delegated;

  @BeforeEach
  void found() {
    group = Group.of(registered);
    link = group.join();
    delegated = registered.delegated(group.sub().id(), group.admin());
  }

  @Test
  void itStaysFromTheAdminsSide() {
    problem(group.delete(group.path(link)), 409, "LINK_IN_USE_BY_STEWARD")
        .body("detail", containsString(delegated.id().toString()))
        .body("detail", containsString(delegated.name()))
        .body("violations[0].rule", equalTo("OWN_LINK"))
        .body("violations[0].overridable", equalTo(false));
    assertThat(group.writes()).hasSize(1); // joining
  }

  @Test
  void itStaysFromTheSubsSide() {
    Asking.admin(delegated)
        .get(Asking.path(delegated, "group-admin"))
        .then()
        .statusCode(200)
        .body("workspace_group_member_id", equalTo(link));

    problem(
            Asking.admin(delegated).delete(Asking.path(delegated, "group-members/" + link)),
            409,
            "LINK_IN_USE_BY_STEWARD")
        .body("detail", containsString(delegated.id().toString()));
    assertThat(group.writes()).hasSize(1);
  }

  @Test
  void itMayEndOnceTheWorkspaceHasAKeyOfItsOwn() {
    Asking.admin(delegated)
        .body("{\"mode\":\"own_key\",\"api_key\":\"" + group.sub().apiKey() + "\"}")
        .put(Asking.path(delegated, "credential"))
        .then()
        .statusCode(200);

    group.delete(group.path(link)).then().statusCode(204);
  }

  @Test
  void aDelegatedWorkspaceIsReadThroughItAndHasNoGroup() {
    Asking.admin(delegated)
        .get(Asking.path(delegated, Group.LINKS))
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
    Asking.admin(delegated)
        .get(Asking.path(delegated, "group-members/" + link))
        .then()
        .statusCode(200)
        .body("workspace_id", equalTo(delegated.id().toString()))
        .body("steward.workspace_id", equalTo(delegated.id().toString()));
  }

  @Test
  void whenTheClientEndsItTheWorkspaceSaysSoAndComesBackWithANewOne() {
    GroupLinks.end(group.agency(), link);

    problem(
        Asking.admin(delegated).get(Asking.path(delegated, "group-admin")),
        409,
        "GROUP_LINK_NOT_ACCEPTED");
    verify()
        .body("state", equalTo("credential_invalid"))
        .body("conditions.find { it.type == 'GROUP_LINK' }.ok", equalTo(false))
        .body(
            "conditions.find { it.type == 'GROUP_LINK' }.code", equalTo("GROUP_LINK_NOT_ACCEPTED"));

    SandboxControl.acceptLink(group.inviteSub().path("id"));

    Asking.admin(group.admin())
        .body("{}")
        .post(Asking.path(group.admin(), "import-group"))
        .then()
        .statusCode(200)
        .body("existing.workspace_id", equalTo(List.of(delegated.id().toString())));
    verify().body("state", equalTo("active"));
  }

  private io.restassured.response.ValidatableResponse verify() {
    return Asking.admin(delegated).post(Asking.path(delegated, "verify")).then().statusCode(200);
  }
}
