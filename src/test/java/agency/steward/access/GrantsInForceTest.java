package agency.steward.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.access.grant.Grant;
import agency.steward.testing.Granted;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.LabelChange;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceChoice;
import agency.steward.workspace.WorkspaceRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** From when, until when and for whom a grant counts, seen from outside. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@QuarkusTestResource(TokensResource.class)
class GrantsInForceTest {
  private final String unique = UUID.randomUUID().toString();
  private final String sam = "sam-" + unique;
  private final String address = "sam-" + unique + "@agency.example";

  @Inject Registered registered;
  @Inject DataSource database;
  @Inject Granted granted;
  @Inject WorkspaceRegistry registry;

  @Test
  void aForeignWorkspaceIsAnsweredLikeOneThatDoesNotExist() {
    granted.in("sub:" + sam, "admin", workspace(Map.of()));

    Map<String, Object> foreign = body(workspace(Map.of()).id().toString());
    Map<String, Object> unknown = body(UUID.randomUUID().toString());
    Map<String, Object> unreadable = body("no-id");

    assertThat(foreign).isEqualTo(unknown).isEqualTo(unreadable);
    assertThat(foreign).containsEntry("code", "WORKSPACE_NOT_FOUND").containsEntry("status", 404);
  }

  private Map<String, Object> body(String workspaceId) {
    Map<String, Object> body =
        given()
            .header("Authorization", Tokens.bearer(sam))
            .get("/v1/test-door/member_delete/in/{id}", workspaceId)
            .then()
            .statusCode(404)
            .extract()
            .path("$");
    assertThat(body.remove("instance")).isEqualTo("/v1/test-door/member_delete/in/" + workspaceId);
    assertThat(body.remove("request_id")).isNotNull();
    return body;
  }

  @Test
  void anAddressCountsOnlyWhereTheIssuerHasVerifiedIt() {
    Workspace workspace = workspace(Map.of());
    granted.in("email:" + address, "manager", workspace);

    assertStatus(200, Tokens.withEmail(sam, address), workspace);
    assertStatus(200, Tokens.withEmail(sam, address.toUpperCase()), workspace);
    assertStatus(404, Tokens.withUnverifiedEmail(sam, address), workspace);
    assertStatus(404, Tokens.bearer(sam, claims -> claims.setClaim("email", address)), workspace);
    assertStatus(
        404,
        Tokens.bearer(
            sam,
            claims -> {
              claims.setClaim("email", address);
              claims.setClaim("email_verified", "true");
            }),
        workspace);
  }

  @Test
  void aGroupNamedLikeAnAddressIsNotThatPerson() {
    Workspace ofThePerson = workspace(Map.of());
    Workspace ofTheGroup = workspace(Map.of());
    granted.in("email:" + address, "manager", ofThePerson);
    granted.in("group:" + address, "manager", ofTheGroup);

    assertStatus(404, Tokens.bearer(sam, address), ofThePerson);
    assertStatus(200, Tokens.bearer(sam, address), ofTheGroup);
    assertStatus(404, Tokens.withEmail(sam, address), ofTheGroup);
    assertStatus(404, Tokens.bearer(sam, "email:" + address), ofThePerson);
    assertStatus(404, Tokens.bearer("email:" + address), ofThePerson);
  }

  @Test
  void aSubjectNamedLikeAFleetRoleHoldsNone() {
    assertStatus(404, Tokens.bearer("agency-admin"), workspace(Map.of()));
  }

  @Test
  void anExpiredGrantCountsForNothing() {
    Workspace workspace = workspace(Map.of());
    granted.expired("sub:" + sam, "admin", workspace);

    assertStatus(404, Tokens.bearer(sam), workspace);
  }

  @Test
  void aGrantEndsWithTheAnswerThatRevokesIt() {
    Workspace workspace = workspace(Map.of());
    Grant grant = granted.in("sub:" + sam, "manager", workspace);
    assertStatus(200, Tokens.bearer(sam), workspace);

    given()
        .header("Authorization", Tokens.bearer("ann", "agency-admin"))
        .delete("/v1/grants/{id}", grant.id().toString())
        .then()
        .statusCode(204);

    assertStatus(404, Tokens.bearer(sam), workspace);
  }

  @Test
  void aGrantRevokedByAnotherReplicaCountsForNothingInTheNextRequest() throws SQLException {
    Workspace workspace = workspace(Map.of());
    Grant grant = granted.in("sub:" + sam, "manager", workspace);
    assertStatus(200, Tokens.bearer(sam), workspace);

    try (var connection = database.getConnection();
        var elsewhere =
            connection.prepareStatement(
                "UPDATE access_grant SET revoked_at = now(), revoked_by = 'x' WHERE id = ?")) {
      elsewhere.setObject(1, grant.id().value());
      assertThat(elsewhere.executeUpdate()).isEqualTo(1);
    }

    assertStatus(404, Tokens.bearer(sam), workspace);
  }

  @Test
  void aSelectorGrantFollowsTheLabels() {
    Workspace workspace = workspace(Map.of("client", "c-" + unique));
    granted.where("sub:" + sam, "manager", "client=c-" + unique + ",held!=back");
    assertStatus(200, Tokens.bearer(sam), workspace);

    label(workspace, Map.of("held", "back"), Set.of());
    assertStatus(404, Tokens.bearer(sam), workspace);

    label(workspace, Map.of(), Set.of("held"));
    assertStatus(200, Tokens.bearer(sam), workspace);
  }

  @Test
  void whatOneGrantLacksAnotherMayCarry() {
    Workspace workspace = workspace(Map.of("client", "c-" + unique));
    granted.in("sub:" + sam, "viewer", workspace);
    assertStatus(403, Tokens.bearer(sam), workspace);

    granted.where("group:team-" + unique, "manager", "client=c-" + unique);
    assertStatus(200, Tokens.bearer(sam, "team-" + unique), workspace);
    assertStatus(403, Tokens.bearer(sam), workspace);
  }

  private void label(Workspace workspace, Map<String, String> set, Set<String> remove) {
    QuarkusTransaction.requiringNew()
        .run(() ->
            registry.label(
                new WorkspaceChoice.Named(Set.of(workspace.id())),
                new LabelChange(set, remove),
                Instant.now()));
  }

  private Workspace workspace(Map<String, String> labels) {
    return registered.onPaper("grants-" + UUID.randomUUID(), labels);
  }

  private static void assertStatus(int status, String bearer, Workspace workspace) {
    given()
        .header("Authorization", bearer)
        .get("/v1/test-door/member_read/in/{id}", workspace.id().toString())
        .then()
        .statusCode(status);
  }
}
