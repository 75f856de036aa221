package agency.steward.registration;

import static agency.steward.registration.Api.WORKSPACES;
import static agency.steward.registration.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import agency.steward.credential.Custody;
import agency.steward.registration.errand.Errands;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class CredentialExchangeTest {
  private static final Duration LONG = Duration.ofHours(1);

  @Inject Custody custody;
  @Inject Errands errands;
  @Inject Traces traces;

  @ConfigProperty(name = "steward.credential.local.directory")
  Path keys;

  private final SandboxWorkspace acme = SandboxControl.workspace();

  private static ValidatableResponse exchange(String id, String body) {
    return Api.admin().body(body).put(WORKSPACES + "/" + id + "/credential").then();
  }

  private static WorkspaceId id(String text) {
    return WorkspaceId.parse(text).orElseThrow();
  }

  @Test
  void aKeyIsExchangedForAnotherAndTheOldOneDestroyedALittleLater() {
    String id = Fleet.registered(acme);
    Vendor.Key key = Vendor.key(acme, "all:all");

    exchange(id, Fleet.ownKey(key.value()))
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("credential.version", equalTo(2))
        .body("state", equalTo("active"));

    assertThat(custody.read(id(id), 2).reveal()).isEqualTo(key.value());
    assertThat(custody.read(id(id), 1).reveal()).isEqualTo(acme.apiKey());
    errands.sweep(LONG, Duration.ZERO);
    assertThat(custody.read(id(id), 2).reveal()).isEqualTo(key.value());
    assertThatThrownBy(() -> custody.read(id(id), 1)).hasMessageContaining("CREDENTIAL_MISSING");
    assertThat(traces.actions(id))
        .containsExactly("workspace.register", "workspace.credential_exchange");
    assertThat(traces.entriesWith(key.value())).isZero();
  }

  @Test
  void accident6_aKeyOfAnotherWorkspaceIsRefusedAndTheOldOneStaysValid() {
    String id = Fleet.registered(acme);
    SandboxWorkspace other = SandboxControl.workspace();

    problem(exchange(id, Fleet.ownKey(other.apiKey())), 409, "WORKSPACE_IDENTITY_MISMATCH");

    Fleet.get(id).header("ETag", "\"0\"").body("credential.version", equalTo(1));
    Fleet.post(id, "verify").body("state", equalTo("active"));
    assertThat(custody.current(id(id))).isEqualTo(1);
  }

  @Test
  void anOwnKeyAndTheWayThroughTheGroupAreExchanged() {
    String admin = Fleet.registered(Fleet.adminOf(acme));
    String id = Fleet.registered(acme);

    exchange(id, Fleet.delegated(admin, acme.id()))
        .statusCode(200)
        .body("credential.mode", equalTo("delegated"))
        .body("conditions.find { it.type == 'GROUP_LINK' }.ok", equalTo(true));
    errands.sweep(LONG, Duration.ZERO);
    assertThat(custody.current(id(id))).isZero();
    Fleet.post(id, "verify").statusCode(200).body("state", equalTo("active"));

    exchange(id, Fleet.ownKey(acme.apiKey()))
        .statusCode(200)
        .body("credential.mode", equalTo("own_key"))
        .body("conditions.find { it.type == 'GROUP_LINK' }", equalTo(null));
    Fleet.post(id, "verify").statusCode(200).body("state", equalTo("active"));
  }

  @Test
  void aDelegatedWayToAnotherWorkspaceIsRefused() {
    SandboxWorkspace other = SandboxControl.workspace();
    String admin = Fleet.registered(Fleet.adminOf(acme, other));
    String id = Fleet.registered(acme);

    problem(exchange(id, Fleet.delegated(admin, other.id())), 409, "WORKSPACE_IDENTITY_MISMATCH");
  }

  @Test
  void whoHasDelegatesKeepsAKeyOfItsOwn() {
    SandboxWorkspace agency = Fleet.adminOf(acme);
    String admin = Fleet.registered(agency);
    Fleet.registerThrough(admin, acme.id()).statusCode(201);
    String another = Fleet.registered(Fleet.adminOf());

    problem(exchange(admin, Fleet.delegated(another, agency.id())), 409, "WORKSPACE_HAS_DELEGATES");
    exchange(admin, Fleet.ownKey(Vendor.key(agency, "all:all").value())).statusCode(200);
  }

  @Test
  void aNewKeyBringsADeadWorkspaceBack() {
    String id = Fleet.registered(acme);
    Vendor.Key key = Vendor.key(acme, "all:all");
    Vendor.revokeKey(
        acme,
        Vendor.keyIds(acme).stream().filter(k -> !k.equals(key.id())).findFirst().orElseThrow());
    Fleet.post(id, "verify").body("state", equalTo("credential_invalid"));

    exchange(id, Fleet.ownKey(key.value())).statusCode(200).body("state", equalTo("active"));
  }

  @Test
  void anExchangeOfAnotherRevisionIsRefused() {
    String id = Fleet.registered(acme);

    problem(
        Api.admin()
            .header("If-Match", "\"7\"")
            .body(Fleet.ownKey(acme.apiKey()))
            .put(WORKSPACES + "/" + id + "/credential")
            .then(),
        412,
        "PRECONDITION_FAILED");
  }

  @Test
  void aRefusedKeyChangesNothing() {
    String id = Fleet.registered(acme);

    problem(exchange(id, Fleet.ownKey("not-a-key")), 422, "CREDENTIAL_REJECTED")
        .body("errors[0].pointer", equalTo("/api_key"));
    problem(exchange(id, "{}"), 422, "VALIDATION_FAILED")
        .body("errors[0].pointer", equalTo("/mode"));

    assertThat(custody.current(id(id))).isEqualTo(1);
    assertThat(traces.actions(id)).containsExactly("workspace.register");
  }

  @Test
  void whileOneExchangeIsUnderWayAnotherIsTold() {
    String id = Fleet.registered(acme);
    var underWay = errands.announce(id(id));

    problem(exchange(id, Fleet.ownKey(acme.apiKey())), 409, "SUBJECT_BUSY")
        .header("Retry-After", "2");
    problem(
        Api.admin().delete(WORKSPACES + "/" + id + "?leave_key=true").then(), 409, "SUBJECT_BUSY");

    errands.tidy(underWay);
    exchange(id, Fleet.ownKey(acme.apiKey())).statusCode(200);
  }

  @Test
  void anExchangeThatCustodyRefusedBeforeAnythingWasStoredHoldsUpNoOther() throws IOException {
    String id = Fleet.registered(acme);
    Vendor.Key key = Vendor.key(acme, "all:all");
    Path file = keys.resolve(id + ".keys");
    byte[] whole = Files.readAllBytes(file);

    Files.writeString(file, "damaged");
    problem(exchange(id, Fleet.ownKey(key.value())), 503, "CUSTODY_UNAVAILABLE");
    Files.write(file, whole);

    exchange(id, Fleet.ownKey(key.value())).statusCode(200).body("credential.version", equalTo(2));
  }
}
