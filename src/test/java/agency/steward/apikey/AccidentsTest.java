package agency.steward.apikey;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Other people's accidents that would have happened to keys. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class AccidentsTest {
  private static final String ALL = "/api-keys";
  private static final String LOOKER = "{\"name\":\"looker\",\"scopes\":[\"leads:read\"]}";

  @Inject Registered registered;

  private static List<String> lookers(Tenant tenant) {
    return tenant.onInstantly().getList("items.findAll { it.name == 'looker' }.id");
  }

  private static Response keyed(Tenant tenant, String key, String body) {
    return tenant.admin().header("Idempotency-Key", key).body(body).post(tenant.path());
  }

  @Test
  void accident05_aKeyThatIsNotThereAfterAYesIsNotAnswered() {
    Tenant tenant = Tenant.of(registered);
    tenant.behave("POST", ALL, "\"accept_without_effect\":true");

    Response answer = tenant.make(LOOKER);

    problem(answer, 502, "WRITE_NOT_EFFECTIVE").body("detail", containsString("knows no such key"));
    assertThat(tenant.row(answer).getString("result")).isEqualTo("failed");
    assertThat(lookers(tenant)).isEmpty();
  }

  @Test
  void accident05_aRevokedKeyThatIsStillThereIsNotRevoked() {
    Tenant tenant = Tenant.of(registered, "zapier leads:read");
    tenant.behave("DELETE", ALL + "/{id}", "\"accept_without_effect\":true");

    problem(tenant.revoke("zapier"), 502, "WRITE_NOT_EFFECTIVE");
  }

  @Test
  void accident04_aKeyThatTheListLeavesOutIsRevokedAgainByItsId() {
    Tenant tenant = Tenant.of(registered, "a leads:read", "b leads:read");
    tenant.behave("GET", ALL, "\"list_only_part\":0.5");

    Response answer = tenant.make(LOOKER);

    problem(answer, 502, "WRITE_NOT_EFFECTIVE").body("detail", containsString("revoked again"));
    tenant.behaveWell("GET", ALL);
    assertThat(lookers(tenant)).isEmpty();
    assertThat(tenant.onInstantly().getList("items.name")).contains("a", "b");
  }

  @Test
  void accident06_theKeyOfOneWorkspaceUnderAnotherMakesAndRevokesNothing() {
    SandboxWorkspace mine = SandboxControl.workspace();
    SandboxWorkspace other = SandboxControl.workspace(Tenant.seed("zapier leads:read"));
    Tenant mixed = new Tenant(mine, registered.workspace(mine.id(), other.apiKey()));
    Tenant victim = new Tenant(other, registered.workspace(other.id(), other.apiKey()));
    String zapier = victim.id("zapier");

    for (Response answer :
        List.of(mixed.make(LOOKER), mixed.admin().delete(mixed.path() + "/" + zapier))) {
      problem(answer, 409, "GUARD_VIOLATED")
          .body("violations[0].rule", equalTo("IDENTITY_UNPROVEN"));
    }
    assertThat(mixed.writes()).isEmpty();
    assertThat(victim.writes()).isEmpty();
  }

  @Test
  void accident25_anIgnoredHeaderMakesNoKeyInTheAgencysOwnWorkspace() {
    SandboxWorkspace client = SandboxControl.workspace();
    SandboxWorkspace agency =
        SandboxControl.workspace("{\"group_admin_of\":[\"%s\"]}".formatted(client.id()));
    Workspace admin = registered.workspace(agency.id(), agency.apiKey());
    Tenant sub = new Tenant(client, registered.delegated(client.id(), admin));
    for (String id : List.of(agency.id(), client.id())) {
      SandboxControl.behaviour(
          "{\"workspace_id\":\"%s\",\"ignore_as_workspace\":true}".formatted(id));
    }

    problem(sub.make(LOOKER), 409, "GUARD_VIOLATED");
    assertThat(sub.writes()).isEmpty();
    assertThat(SandboxControl.journal(agency.id())).allMatch(call -> call.method().equals("GET"));
  }

  @Test
  void accident09_aKeyWhoseAnswerWasLostIsRevokedAndMadeAnew() {
    Tenant tenant = Tenant.of(registered);
    String key = UUID.randomUUID().toString();
    tenant.behave("POST", ALL, "\"drop_after_write\":true");

    Response lost = keyed(tenant, key, LOOKER);
    problem(lost, 504, "OUTCOME_UNKNOWN");
    List<String> orphan = lookers(tenant);
    assertThat(orphan).hasSize(1);

    tenant.behaveWell("POST", ALL);
    Response again = keyed(tenant, key, LOOKER);

    again.then().statusCode(201);
    assertThat(lookers(tenant)).containsExactly(again.<String>path("id"));
    assertThat(lookers(tenant)).doesNotContainAnyElementsOf(orphan);
    var row = tenant.row(lost);
    assertThat(row.getString("result")).isEqualTo("failed");
    assertThat(row.getString("problem.detail")).contains(orphan.getFirst(), "revoked again");
  }

  @Test
  void accident09_aKeyForVaultWhoseAnswerWasLostIsRevokedAsWell() {
    Tenant tenant = Tenant.of(registered);
    String key = UUID.randomUUID().toString();
    String body = LOOKER.replace("}", ",\"deliver_to\":\"vault\"}");
    tenant.behave("POST", ALL, "\"drop_after_write\":true");

    problem(keyed(tenant, key, body), 504, "OUTCOME_UNKNOWN");
    tenant.behaveWell("POST", ALL);
    Response again = keyed(tenant, key, body);

    again.then().statusCode(201);
    assertThat(lookers(tenant)).containsExactly(again.<String>path("id"));
  }

  @Test
  void accident29_aRecoveredCreationLeavesTheClientsOwnKeyOfThatName() {
    Tenant tenant = Tenant.of(registered, "looker leads:read");
    String clients = lookers(tenant).getFirst();
    String key = UUID.randomUUID().toString();
    tenant.behave("POST", ALL, "\"drop_after_write\":true");
    problem(keyed(tenant, key, LOOKER), 504, "OUTCOME_UNKNOWN");
    tenant.behaveWell("POST", ALL);

    Response again = keyed(tenant, key, LOOKER);

    again.then().statusCode(201);
    assertThat(lookers(tenant)).containsExactlyInAnyOrder(clients, again.<String>path("id"));
  }

  @Test
  void accident29_whereTheClientMakesOneOfThatNameMeanwhileNoneIsTouched() {
    Tenant tenant = Tenant.of(registered);
    String key = UUID.randomUUID().toString();
    tenant.behave("POST", ALL, "\"drop_after_write\":true");
    problem(keyed(tenant, key, LOOKER), 504, "OUTCOME_UNKNOWN");
    tenant.behaveWell("POST", ALL);
    String clients = tenant.makeOnInstantly("looker", "leads:read");

    problem(keyed(tenant, key, LOOKER), 504, "OUTCOME_UNKNOWN");

    assertThat(lookers(tenant)).hasSize(2).contains(clients);
  }

  @Test
  void accident16_theSameIdempotencyKeyTwiceIsOneKey() {
    Tenant tenant = Tenant.of(registered);
    String key = UUID.randomUUID().toString();

    keyed(tenant, key, LOOKER).then().statusCode(201);
    keyed(tenant, key, LOOKER).then().statusCode(201);
    problem(keyed(tenant, key, LOOKER.replace("looker", "other")), 422, "IDEMPOTENCY_KEY_REUSED");

    assertThat(tenant.writes()).hasSize(1);
  }

  @Test
  void accident22_aRevocationIsSentWithoutABody() {
    Tenant tenant = Tenant.of(registered, "zapier leads:read");

    tenant.revoke("zapier").then().statusCode(204);
  }
}
