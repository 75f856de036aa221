package agency.steward.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.access.caller.FleetRole;
import agency.steward.testing.Granted;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every right, asked by every fleet role and by the holder of every profile. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@QuarkusTestResource(TokensResource.class)
class EveryRightTest {
  /** Contract 5, read by hand: who else than agency-admin. */
  private static final String TABLE =
      """
      right                | agency-approver | agency-automation | agency-auditor | admin | manager | sdr | viewer
      workspace_read       | yes             | yes               | yes            | yes   | yes     | yes | yes
      workspace_register   | -               | yes               | -              | -     | -       | -   | -
      workspace_edit       | -               | -                 | -              | -     | -       | -   | -
      workspace_label      | -               | -                 | -              | -     | -       | -   | -
      workspace_verify     | -               | yes               | -              | -     | -       | -   | -
      workspace_suspend    | -               | -                 | -              | -     | -       | -   | -
      workspace_credential | -               | -                 | -              | -     | -       | -   | -
      workspace_delete     | -               | -                 | -              | -     | -       | -   | -
      member_read          | yes             | yes               | yes            | yes   | yes     | -   | -
      member_invite        | -               | yes               | -              | yes   | -       | -   | -
      member_write         | -               | yes               | -              | yes   | -       | -   | -
      member_delete        | -               | -                 | -              | yes   | -       | -   | -
      details_read         | yes             | yes               | yes            | yes   | yes     | -   | -
      details_write        | -               | -                 | -              | yes   | -       | -   | -
      plan_read            | -               | -                 | yes            | yes   | yes     | -   | -
      owner_read           | yes             | yes               | yes            | yes   | yes     | -   | -
      owner_transfer       | -               | -                 | -              | -     | -       | -   | -
      group_read           | yes             | -                 | yes            | yes   | yes     | -   | -
      group_invite         | -               | -                 | -              | yes   | -       | -   | -
      group_delete         | -               | -                 | -              | yes   | -       | -   | -
      tag_read             | yes             | -                 | yes            | yes   | yes     | yes | yes
      tag_create           | -               | -                 | -              | yes   | -       | -   | -
      tag_write            | -               | -                 | -              | yes   | yes     | -   | -
      tag_delete           | -               | -                 | -              | yes   | -       | -   | -
      campaign_read        | yes             | -                 | yes            | yes   | yes     | yes | yes
      account_read         | yes             | -                 | yes            | yes   | yes     | yes | yes
      webhook_read         | -               | -                 | yes            | yes   | yes     | -   | -
      api_key_read         | yes             | -                 | yes            | yes   | yes     | -   | -
      api_key_create       | -               | -                 | -              | yes   | -       | -   | -
      api_key_delete       | -               | -                 | -              | yes   | -       | -   | -
      audit_log_read       | -               | -                 | yes            | yes   | yes     | -   | -
      profile_write        | -               | -                 | -              | -     | -       | -   | -
      grant_read           | -               | -                 | yes            | -     | -       | -   | -
      grant_write          | -               | -                 | -              | -     | -       | -   | -
      change_set_read      | yes             | yes               | yes            | yes   | yes     | -   | -
      change_set_create    | -               | yes               | -              | yes   | yes     | -   | -
      change_set_approve   | yes             | -                 | -              | -     | -       | -   | -
      ledger_read          | -               | -                 | yes            | yes   | yes     | -   | -
      """;

  private static final List<String> ROLES =
      List.of("agency-approver", "agency-automation", "agency-auditor");
  private static final List<String> PROFILES = List.of("admin", "manager", "sdr", "viewer");

  @Inject Registered registered;
  @Inject Granted granted;

  @Test
  void theTableKnowsEveryRightRoleAndProfile() {
    assertThat(table().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Right.values()).map(Right::wire).toList());
    assertThat(ROLES)
        .hasSize(FleetRole.values().length - 1)
        .allMatch(role -> FleetRole.of(role).isPresent());
  }

  @ParameterizedTest
  @EnumSource
  void fleetRolesHoldEverywhereAndNothingHoldsNowhere(Right right) {
    Workspace workspace = workspace();
    assertStatus(200, right, Tokens.bearer("ann", "agency-admin"), workspace);
    assertFleetStatus(204, right, Tokens.bearer("ann", "agency-admin"));
    assertFleetStatus(403, right, Tokens.bearer("nobody", "some-group"));
    assertStatus(404, right, Tokens.bearer("nobody", "some-group"), workspace);
    for (String role : ROLES) {
      boolean may = may(right, role);
      assertStatus(may ? 200 : 403, right, Tokens.bearer("x", role), workspace);
      assertFleetStatus(may ? 204 : 403, right, Tokens.bearer("x", role));
      assertReview(may, right, "group:" + role, workspace);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aProfileHoldsWhereItIsGrantedAndNowhereElse(Right right) {
    Workspace here = workspace();
    Workspace elsewhere = workspace();
    for (String profile : PROFILES) {
      String subject = "holder-" + UUID.randomUUID();
      granted.in("sub:" + subject, profile, here);
      boolean may = may(right, profile);
      assertStatus(may ? 200 : 403, right, Tokens.bearer(subject), here);
      assertStatus(404, right, Tokens.bearer(subject), elsewhere);
      assertFleetStatus(403, right, Tokens.bearer(subject));
      assertReview(may, right, "sub:" + subject, here);
      assertReview(false, right, "sub:" + subject, elsewhere);
    }
  }

  private static void assertStatus(int status, Right right, String bearer, Workspace workspace) {
    given()
        .header("Authorization", bearer)
        .get("/v1/test-door/{right}/in/{id}", right.wire(), workspace.id().toString())
        .then()
        .statusCode(status);
  }

  private static void assertFleetStatus(int status, Right right, String bearer) {
    given()
        .header("Authorization", bearer)
        .get("/v1/test-door/{right}", right.wire())
        .then()
        .statusCode(status);
  }

  /** What is said about somebody is what they are told themselves. */
  private static void assertReview(
      boolean allowed, Right right, String principal, Workspace workspace) {
    boolean said =
        given()
            .header("Authorization", Tokens.bearer("ann", "agency-admin"))
            .queryParam("principal", principal)
            .queryParam("action", right.wire())
            .queryParam("workspace_id", workspace.id().toString())
            .get("/v1/access-check")
            .then()
            .statusCode(200)
            .extract()
            .path("allowed");
    assertThat(said).as("%s %s", principal, right.wire()).isEqualTo(allowed);
  }

  private Workspace workspace() {
    return registered.onPaper("door-" + UUID.randomUUID(), Map.of());
  }

  private static boolean may(Right right, String column) {
    return table().get(right.wire()).get(column).equals("yes");
  }

  private static Map<String, Map<String, String>> table() {
    List<List<String>> rows = TABLE.lines().map(EveryRightTest::cells).toList();
    List<String> columns = rows.getFirst();
    return rows.stream()
        .skip(1)
        .collect(
            Collectors.toMap(
                List::getFirst,
                row ->
                    columns.stream()
                        .collect(
                            Collectors.toMap(
                                column -> column, column -> row.get(columns.indexOf(column))))));
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
  }
}
