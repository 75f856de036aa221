package agency.steward.registration;

import static agency.steward.registration.Api.WORKSPACES;
import static agency.steward.registration.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.credential.Custody;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.WorkspaceId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class ForgetTest {
  @Inject Custody custody;
  @Inject Traces traces;

  private final Instant begun = Instant.now();
  private final SandboxWorkspace acme = SandboxControl.workspace();

  private static ValidatableResponse forget(String id, String query) {
    return Api.admin().delete(WORKSPACES + "/" + id + query).then();
  }

  private int versions(String id) {
    return custody.current(WorkspaceId.parse(id).orElseThrow());
  }

  @Test
  void aKeyThatStillWorksHasToBeLeftOnPurpose() {
    String id = Fleet.registered(acme);

    problem(forget(id, ""), 409, "KEY_STILL_LIVE");
    problem(forget(id, "?leave_key=false"), 409, "KEY_STILL_LIVE");
    assertThat(versions(id)).isEqualTo(1);

    forget(id, "?leave_key=true").statusCode(204);

    problem(Fleet.get(id), 404, "WORKSPACE_NOT_FOUND");
    assertThat(versions(id)).isZero();
    assertThat(traces.errandsSince(begun)).isZero();
    assertThat(traces.actions(id)).containsExactly("workspace.register", "workspace.forget");
    assertThat(traces.entries(id).getLast()).contains(acme.id()).doesNotContain(acme.apiKey());
  }

  @Test
  void aDeadKeyNeedsNoPurpose() {
    String id = Fleet.registered(acme);
    Vendor.revokeAllKeys(acme);

    forget(id, "").statusCode(204);
    assertThat(versions(id)).isZero();
  }

  @Test
  void whereNobodyKnowsWhetherTheKeyLivesItMayLive() {
    String id = Fleet.registered(acme);
    SandboxControl.behaviour(
        "{\"workspace_id\":\"%s\",\"fail\":{\"status\":500,\"rate\":1}}".formatted(acme.id()));

    problem(forget(id, ""), 409, "KEY_STILL_LIVE");
  }

  @Test
  void anAdminWorkspaceGoesAfterItsDelegates() {
    SandboxWorkspace agency = Fleet.adminOf(acme);
    String admin = Fleet.registered(agency);
    String sub = Fleet.registerThrough(admin, acme.id()).statusCode(201).extract().path("id");

    problem(forget(admin, "?leave_key=true"), 409, "WORKSPACE_HAS_DELEGATES");
    forget(sub, "").statusCode(204);
    forget(admin, "?leave_key=true").statusCode(204);
  }

  @Test
  void whatWasForgottenCanBeRegisteredAgain() {
    forget(Fleet.registered(acme), "?leave_key=true").statusCode(204);

    Fleet.register(acme).statusCode(201);
  }
}
