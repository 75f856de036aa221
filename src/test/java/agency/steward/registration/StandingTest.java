package agency.steward.registration;

import static agency.steward.registration.Api.WORKSPACES;
import static agency.steward.registration.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import agency.steward.instantly.Deadline;
import agency.steward.instantly.Instantly;
import agency.steward.instantly.Listing;
import agency.steward.registration.reprobe.Reprobing;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class StandingTest {
  @Inject Workspaces workspaces;
  @Inject Instantly instantly;
  @Inject Reprobing reprobing;
  @Inject Traces traces;

  private final SandboxWorkspace acme = SandboxControl.workspace("{\"name\":\"Acme\"}");

  private void pays(boolean active) {
    SandboxControl.patch(acme.id(), "{\"plan_active\":" + active + "}");
  }

  private Workspace workspace(String id) {
    return workspaces.findNow(WorkspaceId.parse(id).orElseThrow()).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"verify | ''", "suspend | {'reason':'audit'}", "resume | ''"})
  void whatIsAskedOfAnotherRevisionIsRefused(String what, String fields) {
    String path = WORKSPACES + "/" + Fleet.registered(acme);
    String tag = Api.admin().get(path).header("ETag");
    Supplier<RequestSpecification> asked =
        () -> fields.isEmpty() ? Api.admin() : Api.admin().body(fields.replace('\'', '"'));

    problem(
        asked.get().header("If-Match", "\"no\"").post(path + "/" + what).then(),
        412,
        "PRECONDITION_FAILED");
    Api.admin().get(path).then().header("ETag", tag);
    asked.get().header("If-Match", tag).post(path + "/" + what).then().statusCode(200);
  }

  @Test
  void accident26_aClientWhoPaysAgainComesBackByHimself() {
    String id = Fleet.registered(acme);
    pays(false);

    assertThatThrownBy(() -> members(id)).hasMessageContaining("WORKSPACE_PLAN_INACTIVE");
    Fleet.get(id)
        .body("state", equalTo("plan_inactive"))
        .body("conditions.find { it.type == 'PLAN' }.code", equalTo("WORKSPACE_PLAN_INACTIVE"))
        .body("conditions.find { it.type == 'CREDENTIAL' }.ok", equalTo(true));
    int calls = SandboxControl.journal(acme.id()).size();
    assertThatThrownBy(() -> members(id)).hasMessageContaining("WORKSPACE_PLAN_INACTIVE");
    assertThat(SandboxControl.journal(acme.id())).hasSize(calls);

    pays(true);
    reprobing.round();

    Fleet.get(id).body("state", equalTo("active"));
    assertThat(members(id)).isNotEmpty();
    assertThat(traces.entries(id).getLast())
        .contains("workspace.verify", "\"principal\":\"steward\"");
  }

  private List<?> members(String id) {
    return instantly
        .in(workspace(id), Deadline.in(Duration.ofSeconds(10)))
        .list(Listing.MEMBERS, Map.of());
  }

  @Test
  void accident26_aGatedFeatureDoesNotLockAPayingClientOut() {
    String id = Fleet.registered(acme);
    SandboxControl.behaviour(
        "{\"workspace_id\":\"%s\",\"match\":{\"path\":\"/custom-tags\"},\"fail\":{\"status\":402,\"message\":\"Upgrade\",\"rate\":1}}"
            .formatted(acme.id()));

    assertThatThrownBy(() ->
            instantly
                .in(workspace(id), Deadline.in(Duration.ofSeconds(10)))
                .list(Listing.TAGS, Map.of()))
        .hasMessageContaining("PLAN_FEATURE_REQUIRED");

    Fleet.get(id).body("state", equalTo("active"));
  }

  @Test
  void verifyTellsTheStateAndRecordsOnlyAChange() {
    String id = Fleet.registered(acme);

    Fleet.post(id, "verify").statusCode(200).body("state", equalTo("active"));
    assertThat(traces.actions(id)).containsExactly("workspace.register");
    pays(false);
    Fleet.post(id, "verify").statusCode(200).body("state", equalTo("plan_inactive"));
    Fleet.post(id, "verify").statusCode(200).body("state", equalTo("plan_inactive"));
    pays(true);
    Fleet.post(id, "verify").statusCode(200).body("state", equalTo("active"));

    assertThat(traces.actions(id))
        .containsExactly("workspace.register", "workspace.verify", "workspace.verify");
  }

  @Test
  void aDeadKeyIsSeen() {
    String id = Fleet.registered(acme);
    Vendor.revokeAllKeys(acme);

    Fleet.post(id, "verify")
        .statusCode(200)
        .body("state", equalTo("credential_invalid"))
        .body("conditions[0].code", equalTo("WORKSPACE_CREDENTIAL_INVALID"));
  }

  @Test
  void aKeyThatLeadsElsewhereIsSeen() {
    String id = Fleet.registered(acme);
    SandboxControl.behaviour(
        "{\"workspace_id\":\"%s\",\"wrong_identity\":true}".formatted(acme.id()));

    Fleet.post(id, "verify")
        .statusCode(200)
        .body("state", equalTo("credential_invalid"))
        .body("conditions[0].code", equalTo("WORKSPACE_IDENTITY_MISMATCH"));
  }

  @Test
  void verifyTakesNoteOfANewNameOnInstantly() {
    String id = Fleet.registered(acme);
    SandboxControl.patch(acme.id(), "{\"name\":\"Acme Holding\"}");

    Fleet.post(id, "verify")
        .body("instantly_name", equalTo("Acme Holding"))
        .body("name", equalTo("Acme"));
  }

  @Test
  void scopesThatAreBackAreFoundAgain() {
    Vendor.Key narrow = Vendor.key(acme, "workspaces:read");
    String id = Fleet.registered(new SandboxWorkspace(acme.id(), narrow.value()));

    Fleet.post(id, "verify")
        .statusCode(200)
        .body("state", equalTo("active"))
        .body("conditions[1].missing", equalTo(List.of("workspace_members:read")));
    Api.admin()
        .body(Fleet.ownKey(acme.apiKey()))
        .put(WORKSPACES + "/" + id + "/credential")
        .then()
        .statusCode(200)
        .body("conditions[1].ok", equalTo(true));
  }

  @Test
  void aLookThatTellsNothingIsSaidAndChangesNothing() {
    String id = Fleet.registered(acme);
    SandboxControl.behaviour(
        "{\"workspace_id\":\"%s\",\"fail\":{\"status\":500,\"rate\":1}}".formatted(acme.id()));

    problem(Fleet.post(id, "verify"), 502, "UPSTREAM_ERROR");

    Fleet.get(id).body("state", equalTo("active")).header("ETag", "\"0\"");
  }

  @Test
  void aSuspendedWorkspaceIsNotCalledUntilItIsResumedAndIsVerifiedThen() {
    String id = Fleet.registered(acme);
    suspend(id);

    assertThatThrownBy(() -> members(id)).hasMessageContaining("WORKSPACE_SUSPENDED");
    Fleet.post(id, "verify").statusCode(200).body("state", equalTo("suspended"));
    pays(false);
    Fleet.post(id, "resume").statusCode(200).body("state", equalTo("plan_inactive"));

    assertThat(traces.actions(id))
        .containsExactly("workspace.register", "workspace.suspend", "workspace.resume");
    assertThat(traces.entries(id).get(1)).contains("the client left", "sub:ann");
  }

  @Test
  void whereNothingCanBeSeenItStaysSuspended() {
    String id = Fleet.registered(acme);
    suspend(id);
    SandboxControl.behaviour(
        "{\"workspace_id\":\"%s\",\"fail\":{\"status\":500,\"rate\":1}}".formatted(acme.id()));

    problem(Fleet.post(id, "resume"), 502, "UPSTREAM_ERROR");
    Fleet.get(id).body("state", equalTo("suspended"));
  }

  @Test
  void aRoundLeavesTheSuspendedAndTheHealthyAlone() {
    String healthy = Fleet.registered(acme);
    SandboxWorkspace other = SandboxControl.workspace();
    suspend(Fleet.registered(other));
    int calls = SandboxControl.journal(acme.id()).size();
    int otherCalls = SandboxControl.journal(other.id()).size();

    reprobing.round();

    assertThat(SandboxControl.journal(acme.id())).hasSize(calls);
    assertThat(SandboxControl.journal(other.id())).hasSize(otherCalls);
    Fleet.get(healthy).body("state", equalTo("active"));
  }

  @Test
  void automationVerifies() {
    String id = Fleet.registered(acme);

    Api.automation().post(WORKSPACES + "/" + id + "/verify").then().statusCode(200);
  }

  private static void suspend(String id) {
    Api.admin()
        .body("{\"reason\":\"the client left\"}")
        .post(WORKSPACES + "/" + id + "/suspend")
        .then()
        .statusCode(200);
  }
}
