package agency.steward.profile;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import agency.steward.access.Right;
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
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@QuarkusTestResource(TokensResource.class)
class MeTest {
  private final String unique = UUID.randomUUID().toString();

  @Inject Registered registered;
  @Inject Granted granted;

  @Test
  void anAdministratorMayEverythingEverywhere() {
    me(Tokens.bearer("ann", "agency-admin", "staff"))
        .body("subject", equalTo("ann"))
        .body("$", not(hasKey("email")))
        .body("groups", contains("agency-admin", "staff"))
        .body("fleet_roles", contains("agency-admin"))
        .body("actions_everywhere.size()", equalTo(Right.values().length))
        .body("grants", empty());
  }

  @Test
  void aHolderOfGrantsSeesWhatTheyMayWhere() {
    Workspace workspace = registered.onPaper("me-" + unique, Map.of());
    granted.in("email:sam-" + unique + "@agency.example", "viewer", workspace);
    granted.where("group:team-" + unique, "manager", "client=c-" + unique);
    granted.tagged("sub:sam-" + unique, "manager", workspace, "vip", "Q3");
    granted.expired("sub:sam-" + unique, "admin", workspace);
    granted.in("sub:somebody-else-" + unique, "admin", workspace);

    me(Tokens.withEmail("sam-" + unique, "Sam-" + unique + "@agency.example", "team-" + unique))
        .body("email", equalTo("sam-" + unique + "@agency.example"))
        .body("fleet_roles", empty())
        .body("actions_everywhere", empty())
        .body("grants.profile", contains("viewer", "manager", "manager"))
        .body("grants[0].workspace_ids", contains(workspace.id().toString()))
        .body("grants[0].actions", hasItems("workspace_read", "tag_read"))
        .body("grants[1].selector", equalTo("client=c-" + unique))
        .body("grants[1].actions", hasItems("workspace_read", "member_read", "ledger_read"))
        .body("grants[1].actions", not(hasItems("member_write")))
        .body("grants[2].tags", contains("Q3", "vip"))
        .body("grants[2].actions", contains("campaign_read", "account_read"));
  }

  @Test
  void anAddressThatNobodyHasVerifiedIsNotSaidToBeTheCallers() {
    me(Tokens.withUnverifiedEmail("sam", "sam@agency.example")).body("$", not(hasKey("email")));
  }

  @Test
  void rolesAddUp() {
    me(Tokens.bearer("x", "agency-auditor", "agency-automation"))
        .body("fleet_roles", containsInAnyOrder("agency-auditor", "agency-automation"))
        .body("actions_everywhere", hasItems("ledger_read", "workspace_register"))
        .body("actions_everywhere", not(hasItems("grant_write")));
  }

  private static ValidatableResponse me(String bearer) {
    return given().header("Authorization", bearer).get("/v1/me").then().statusCode(200);
  }
}
