package agency.steward.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.member.Tenant;
import agency.steward.testing.Asking;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Suspension;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.Workspaces;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Since when a workspace is not asked, whatever else was changed of it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class SkippedTest {
  @Inject Registered registered;
  @Inject Workspaces workspaces;

  private Tenant tenant;

  @BeforeEach
  void aWorkspaceThatHasLapsed() {
    tenant = Tenant.of(registered, "zoe admin");
    SandboxControl.patch(tenant.sandbox().id(), "{\"plan_active\":false}");
    post("/verify", "");
  }

  private String path() {
    return "/v1/workspaces/" + tenant.workspace().id();
  }

  private void post(String what, String body) {
    tenant.admin().body(body).post(path() + what).then().statusCode(200);
  }

  private void renamed() {
    tenant.admin().body("{\"name\":\"another\"}").patch(path()).then().statusCode(200);
  }

  private Workspace now() {
    return workspaces.findNow(tenant.workspace().id()).orElseThrow();
  }

  private Instant since(String code) {
    return since(code, tenant.workspace());
  }

  private static Instant since(String code, Workspace of) {
    var answer =
        Asking.as("ann", "agency-admin").get("/v1/members?workspace_id=" + of.id()).jsonPath();
    assertThat(answer.getInt("coverage.skipped")).isOne();
    assertThat(answer.getString("coverage.skipped_workspaces[0].code")).isEqualTo(code);
    return Instant.parse(answer.getString("coverage.skipped_workspaces[0].since"));
  }

  @Test
  void aPlanHasLapsedSinceThatWasSeen() {
    renamed();

    assertThat(now().conditions())
        .filteredOn(condition -> !condition.ok())
        .singleElement()
        .satisfies(plan ->
            assertThat(since("WORKSPACE_PLAN_INACTIVE"))
                .isEqualTo(plan.since())
                .isBefore(now().updatedAt()));
  }

  @Test
  void whatIsSuspendedIsSoSinceSomebodyHasSaidSo() {
    post("/suspend", "{\"reason\":\"the contract has ended\"}");
    renamed();

    assertThat(since("WORKSPACE_SUSPENDED"))
        .isEqualTo(now().suspension().map(Suspension::since).orElseThrow());
  }

  @Test
  void whoIsReachedThroughASuspendedOneIsSkippedAsLong() {
    SandboxWorkspace client = SandboxControl.workspace();
    Workspace delegated = registered.delegated(client.id(), tenant.workspace());
    post("/suspend", "{\"reason\":\"the contract has ended\"}");

    assertThat(since("WORKSPACE_SUSPENDED", delegated))
        .isEqualTo(now().suspension().map(Suspension::since).orElseThrow());
    assertThat(client.calls()).isEmpty();
  }
}
