package agency.steward.apikey;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import agency.steward.credential.ApiKey;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class KeysOverHttpTest {
  @Inject Registered registered;

  private Tenant tenant(String... keys) {
    return Tenant.of(registered, keys);
  }

  @Test
  void everyKeyIsListedPageByPage() {
    Tenant tenant =
        tenant(
            IntStream.range(0, 104).mapToObj(i -> "k" + i + " leads:read").toArray(String[]::new));
    var seen = new ArrayList<String>();
    String token = "";
    do {
      var page = tenant.admin().get(tenant.path() + "?page_size=50" + token).then().statusCode(200);
      seen.addAll(page.extract().jsonPath().getList("items.id"));
      token = page.extract().path("next_page_token");
      token = token == null ? "" : "&page_token=" + token;
    } while (!token.isEmpty());

    assertThat(seen).hasSize(105).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void aKeyGoesOutUnderInstantlysNamesWithoutItsValue() {
    Tenant tenant = tenant("zapier campaigns:read,leads:all");
    String value = tenant.onInstantly().getString("items.find { it.name == 'zapier' }.key");

    tenant
        .admin()
        .get(tenant.path("zapier"))
        .then()
        .statusCode(200)
        .body("workspace_id", equalTo(tenant.workspace().id().toString()))
        .body("workspace_name", equalTo(tenant.workspace().name()))
        .body("organization_id", equalTo(tenant.sandbox().id()))
        .body("name", equalTo("zapier"))
        .body("scopes", contains("campaigns:read", "leads:all"))
        .body("timestamp_created", notNullValue())
        .body("timestamp_updated", notNullValue())
        .body("key", nullValue())
        .body("fingerprint", nullValue())
        .body("steward.used_by_steward", equalTo(false))
        .body("steward.overprivileged", empty())
        .body("steward.narrower", nullValue())
        .body("steward.fingerprint", equalTo(ApiKey.fingerprintOf(value)));
  }

  @Test
  void aKeyThatMayTooMuchSaysWhyAndWhatWouldDo() {
    Tenant tenant = tenant("admin campaigns:read,workspaces:all,auth:read");

    tenant
        .admin()
        .get(tenant.path("admin"))
        .then()
        .body("steward.overprivileged", contains("workspace_write", "auth"))
        .body(
            "steward.narrower", contains("campaigns:read", "workspaces:create", "workspaces:read"));
  }

  @Test
  void theOverprivilegedAreFilteredOut() {
    Tenant tenant = tenant("reader leads:read", "minter api_keys:create");

    tenant
        .admin()
        .get(tenant.path() + "?overprivileged=true")
        .then()
        .statusCode(200)
        .body("items.name", hasItem("minter"))
        .body("items.name", not(hasItem("reader")))
        .body(
            "items.findAll { it.steward.used_by_steward }.steward.overprivileged[0]",
            hasItem("all_scopes"));
    tenant
        .admin()
        .get(tenant.path() + "?overprivileged=false")
        .then()
        .body("items.name", contains("reader"));
    problem(tenant.admin().get(tenant.path() + "?overprivileged=maybe"), 400, "INVALID_PARAMETER");
  }

  @Test
  void aKeyThatIsNotThereIsNotFoundInTheWorkspace() {
    Tenant tenant = tenant();

    problem(
        tenant.admin().get(tenant.path() + "/" + UUID.randomUUID()), 404, "NOT_FOUND_IN_WORKSPACE");
  }

  @Test
  void theValueIsShownOnceAndWorks() {
    Tenant tenant = tenant();

    Response answer = tenant.make("{\"name\":\"looker\",\"scopes\":[\"leads:read\"]}");

    answer
        .then()
        .statusCode(201)
        .header("Location", containsString(tenant.path() + "/" + answer.path("id")))
        .header("Steward-Change-Set", notNullValue())
        .body("name", equalTo("looker"))
        .body("scopes", contains("leads:read"))
        .body("workspace_id", equalTo(tenant.workspace().id().toString()))
        .body("steward.used_by_steward", equalTo(false))
        .body("steward.overprivileged", empty())
        .body("vault_path", nullValue())
        .body("key_shown", nullValue());
    String value = answer.path("key");
    assertThat(tenant.onInstantly().getList("items.key", String.class)).contains(value);
    assertThat(tenant.admin().get(tenant.path()).asString()).doesNotContain(value);
    assertThat(tenant.writes()).hasSize(1);
    var row = tenant.row(answer);
    assertThat(row.getString("result")).isEqualTo("applied");
    assertThat(row.getString("action")).isEqualTo("key_create");
    assertThat(row.getString("subject")).isEqualTo("looker");
    assertThat(row.getBoolean("verified")).isTrue();
  }

  @Test
  void aRepeatedRequestIsAnsweredWithoutTheValue() {
    Tenant tenant = tenant();
    String key = UUID.randomUUID().toString();
    String body = "{\"name\":\"looker\",\"profile\":\"analytics\"}";

    Response first = tenant.admin().header("Idempotency-Key", key).body(body).post(tenant.path());
    Response again = tenant.admin().header("Idempotency-Key", key).body(body).post(tenant.path());

    first.then().statusCode(201).body("key", notNullValue());
    again
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("key", nullValue())
        .body("key_shown", equalTo(true))
        .body("id", equalTo(first.path("id")));
    assertThat(again.asString()).contains("\"key\":null");
    assertThat(tenant.writes()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "analytics,'campaigns:read,accounts:read'",
    "campaign_management,'campaigns:all,leads:all'",
    "lead_reader,leads:read",
    "viewer,'campaigns:read,leads:read,accounts:read'",
  })
  void aProfileSaysTheScopes(String profile, String scopes) {
    Tenant tenant = tenant();

    tenant
        .make("k", profile)
        .then()
        .statusCode(201)
        .body("scopes", contains((Object[]) scopes.split(",")));
  }

  @Test
  void aValueForVaultIsNotInTheAnswer() {
    Tenant tenant = tenant();

    Response answer =
        tenant.make("{\"name\":\"n8n\",\"profile\":\"analytics\",\"deliver_to\":\"vault\"}");

    answer
        .then()
        .statusCode(201)
        .body("key", nullValue())
        .body("vault_path", containsString(tenant.workspace().id() + "/" + answer.path("id")));
    String value = tenant.onInstantly().getString("items.find { it.name == 'n8n' }.key");
    assertThat(answer.asString()).doesNotContain(value);
  }

  @Test
  void twoKeysMayHaveOneName() {
    Tenant tenant = tenant("same leads:read");

    Response answer = tenant.make("same", "lead_reader");

    answer.then().statusCode(201);
    assertThat(tenant.row(answer).getList("before.key_ids")).hasSize(1);
    assertThat(tenant.keys().getList("items.name")).filteredOn("same"::equals).hasSize(2);
  }

  @Test
  void scopesAreInstantlysAndAMissIsSuggested() {
    Tenant tenant = tenant();

    problem(
            tenant.make(
                "{\"name\":\"n\",\"scopes\":[\"campaigns:read\",\"campaigns.read\",\"lead:all\","
                    + "\"background_jobs:read\",\"supersearch_enrichments:read\",null]}"),
            422,
            "VALIDATION_FAILED")
        .body(
            "errors.pointer",
            contains("/scopes/1", "/scopes/2", "/scopes/3", "/scopes/4", "/scopes/5"))
        .body("errors[0].detail", containsString("campaigns:read?"))
        .body("errors[1].detail", containsString("leads:all?"))
        .body("errors[2].detail", containsString("background-jobs:read?"))
        .body("errors[3].detail", not(containsString("Did you mean")));
    assertThat(tenant.writes()).isEmpty();
  }

  @Test
  void repeatedScopesAreSentOnce() {
    Tenant tenant = tenant();

    tenant
        .make("{\"name\":\"n\",\"scopes\":[\"leads:read\",\"accounts:read\",\"leads:read\"]}")
        .then()
        .statusCode(201)
        .body("scopes", contains("leads:read", "accounts:read"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"scopes\":[\"leads:read\"]} | /name",
        "{\"name\":\"  \",\"scopes\":[\"leads:read\"]} | /name",
        "{\"name\":\"a\\u0007b\",\"scopes\":[\"leads:read\"]} | /name",
        "{\"name\":\"n\"} | /scopes",
        "{\"name\":\"n\",\"scopes\":[]} | /scopes",
        "{\"name\":\"n\",\"scopes\":[\"leads:read\"],\"profile\":\"viewer\"} | /profile",
        "{\"name\":\"n\",\"profile\":\"nobody\"} | /profile",
        "{\"name\":\"n\",\"profile\":\"viewer\",\"deliver_to\":\"mail\"} | /deliver_to",
      })
  void whatCannotBeAKeyIsRefusedByName(String body, String pointer) {
    Tenant tenant = tenant();

    problem(tenant.make(body), 422, "VALIDATION_FAILED").body("errors.pointer", hasItem(pointer));
    assertThat(tenant.writes()).isEmpty();
  }

  @Test
  void anUnknownProfileIsAnsweredWithThoseThereAre() {
    problem(tenant().make("n", "boss"), 422, "VALIDATION_FAILED")
        .body("detail", containsString("analytics, campaign_management, lead_reader, admin"));
  }

  @Test
  void moreScopesThanThereAreAreRefused() {
    String many = "\"leads:read\",".repeat(178) + "\"leads:read\"";

    problem(tenant().make("{\"name\":\"n\",\"scopes\":[" + many + "]}"), 422, "VALIDATION_FAILED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "key", "workspace_id", "expires_at"})
  void unknownFieldsAreRefused(String field) {
    problem(
            tenant().make("{\"name\":\"n\",\"profile\":\"viewer\",\"%s\":\"x\"}".formatted(field)),
            400,
            "UNKNOWN_FIELD")
        .body("errors[0].pointer", equalTo("/" + field));
  }

  @Test
  void aRevokedKeyIsGoneAndProvenByTheList() {
    Tenant tenant = tenant("zapier leads:read");
    String value = tenant.onInstantly().getString("items.find { it.name == 'zapier' }.key");

    Response answer = tenant.revoke("zapier");

    answer.then().statusCode(204).header("Steward-Change-Set", notNullValue());
    assertThat(tenant.onInstantly().getList("items.name")).doesNotContain("zapier");
    assertThat(Tenant.instantly(value).get("/api/v2/campaigns").statusCode()).isEqualTo(401);
    var row = tenant.row(answer);
    assertThat(row.getString("reversibility")).isEqualTo("irreversible");
    assertThat(row.getString("before.used_by_steward")).isEqualTo("no");
    assertThat(row.getString("subject")).isEqualTo("zapier");
  }

  @Test
  void revokingWhatIsGoneIsNoErrorAndNoCall() {
    Tenant tenant = tenant("zapier leads:read");
    String path = tenant.path("zapier");
    tenant.admin().delete(path).then().statusCode(204);

    tenant.admin().delete(path).then().statusCode(204);

    assertThat(tenant.writes()).hasSize(1);
  }

  @Test
  void whatCanBeNoIdIsNotFound() {
    Tenant tenant = tenant();

    problem(tenant.admin().delete(tenant.path() + "/a%20b"), 404, "NOT_FOUND_IN_WORKSPACE");
    assertThat(tenant.writes()).isEmpty();
  }

  @Test
  void stewardsOwnKeyIsNotRevoked() {
    Tenant tenant = tenant("zapier leads:read");

    Response answer = tenant.admin().delete(tenant.path() + "/" + tenant.ownId());

    problem(answer, 409, "KEY_IN_USE_BY_STEWARD")
        .body("detail", containsString("/credential"))
        .body("violations[0].rule", equalTo("OWN_KEY"));
    assertThat(tenant.row(answer).getString("result")).isEqualTo("blocked_guard");
    assertThat(tenant.writes()).isEmpty();
  }

  @Test
  void stewardsOwnKeyIsNotRevokedByWhoInsistsEither() {
    Tenant tenant = tenant("zapier leads:read");

    problem(
        tenant.admin().delete(tenant.path() + "/" + tenant.ownId() + "?unproven=allow"),
        409,
        "KEY_IN_USE_BY_STEWARD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"masked", "absent"})
  void whereNoValueIsShownNobodyKnowsWhichIsStewards(String values) {
    Tenant tenant = tenant("zapier leads:read");
    String own = tenant.ownId();
    String zapier = tenant.id("zapier");
    tenant.values(values);

    tenant
        .admin()
        .get(tenant.path())
        .then()
        .statusCode(200)
        .body("items.steward.used_by_steward", contains(nullValue(), nullValue()))
        .body("items.steward.fingerprint", contains(nullValue(), nullValue()));
    for (String id : List.of(own, zapier)) {
      problem(tenant.admin().delete(tenant.path() + "/" + id), 409, "KEY_IN_USE_UNPROVEN")
          .body("detail", containsString("unproven=allow"));
    }
    assertThat(tenant.writes()).isEmpty();
    tenant.admin().delete(tenant.path() + "/" + zapier + "?unproven=allow").then().statusCode(204);
    assertThat(tenant.writes()).hasSize(1);
  }

  @Test
  void theOnlyKeyThereIsIsStewardsWhateverIsShown() {
    Tenant tenant = tenant();
    String own = tenant.ownId();
    tenant.values("absent");

    tenant.admin().get(tenant.path()).then().body("items.steward.used_by_steward", contains(true));
    problem(
        tenant.admin().delete(tenant.path() + "/" + own + "?unproven=allow"),
        409,
        "KEY_IN_USE_BY_STEWARD");
  }

  @Test
  void keysAreMadeWhateverListsShow() {
    for (String values : List.of("masked", "absent")) {
      Tenant tenant = tenant();
      tenant.values(values);

      Response answer = tenant.make("k", "lead_reader");

      answer.then().statusCode(201).body("steward.fingerprint", nullValue());
      assertThat(answer.<String>path("key")).hasSizeGreaterThan(20);
    }
  }

  @Test
  void unprovenIsAllowedOrNotSaid() {
    Tenant tenant = tenant("zapier leads:read");

    problem(
        tenant.admin().delete(tenant.path("zapier") + "?unproven=yes"), 400, "INVALID_PARAMETER");
  }

  @Test
  void aDelegatedWorkspacesKeysAreItsOwn() {
    SandboxWorkspace client = SandboxControl.workspace(Tenant.seed("zapier leads:read"));
    SandboxWorkspace agency =
        SandboxControl.workspace("{\"group_admin_of\":[\"%s\"]}".formatted(client.id()));
    Workspace admin = registered.workspace(agency.id(), agency.apiKey());
    Tenant sub = new Tenant(client, registered.delegated(client.id(), admin));

    Response made = sub.make("looker", "analytics");
    made.then().statusCode(201).body("organization_id", equalTo(client.id()));
    assertThat(sub.onInstantly().getList("items.key", String.class))
        .contains(made.<String>path("key"));
    sub.admin()
        .get(sub.path())
        .then()
        .body("items.name", hasItems("zapier", "looker"))
        .body("items.steward.used_by_steward", not(hasItem(true)))
        .body("items.steward.overprivileged.flatten()", not(hasItem("group_admin_reach")));
    sub.revoke("zapier").then().statusCode(204);
    assertThat(sub.onInstantly().getList("items.name")).doesNotContain("zapier");
  }

  @Test
  void aKeyOfAGroupsAdminReachesEveryWorkspaceOfIt() {
    SandboxWorkspace client = SandboxControl.workspace();
    SandboxWorkspace agency =
        SandboxControl.workspace(
            "{\"group_admin_of\":[\"%s\"],\"api_keys\":[{\"name\":\"reader\",\"scopes\":[\"leads:read\"]}]}"
                .formatted(client.id()));
    Tenant admin = new Tenant(agency, registered.workspace(agency.id(), agency.apiKey()));
    registered.delegated(client.id(), admin.workspace());

    admin
        .admin()
        .get(admin.path("reader"))
        .then()
        .body("steward.overprivileged", contains("group_admin_reach"))
        .body("steward.narrower", nullValue());
    admin
        .make("next", "lead_reader")
        .then()
        .statusCode(201)
        .body("steward.overprivileged", contains("group_admin_reach"));
    problem(admin.admin().delete(admin.path() + "/" + admin.ownId()), 409, "KEY_IN_USE_BY_STEWARD");
  }

  @Test
  void whereStewardsKeyMaySeeKeysButNoGroupItSaysSo() {
    var seeded =
        SandboxControl.seeded(
            Tenant.seed("narrow workspaces:read,api_keys:all", "reader leads:read"));
    String narrow = seeded.at("/api_keys/0/key").textValue();
    String id = seeded.get("workspace_id").textValue();
    Tenant tenant = new Tenant(new SandboxWorkspace(id, narrow), registered.workspace(id, narrow));

    tenant
        .admin()
        .get(tenant.path("reader"))
        .then()
        .statusCode(200)
        .body("steward.group_admin_unknown", equalTo(true))
        .body("steward.overprivileged", empty());
  }

  @Test
  void theFleetSaysWhoHoldsAKeyToEverything() {
    Tenant one = tenant("boss all:all", "reader leads:read");
    Tenant two = tenant("minter api_keys:all");
    String asked =
        "/v1/api-keys?overprivileged=true&workspace_id=%s&workspace_id=%s"
            .formatted(one.workspace().id(), two.workspace().id());

    one.admin()
        .get(asked)
        .then()
        .statusCode(200)
        .body("coverage.ok", equalTo(2))
        .body("items.name", hasItems("boss", "minter"))
        .body("items.name", not(hasItem("reader")))
        .body("items.find { it.name == 'boss' }.steward.overprivileged", contains("all_scopes"))
        .body(
            "items.findAll { it.steward.used_by_steward }.workspace_id",
            org.hamcrest.Matchers.containsInAnyOrder(
                one.workspace().id().toString(), two.workspace().id().toString()))
        .body("items.key", not(hasItem(notNullValue())));
    assertThat(one.admin().get(asked + "&format=csv").asString())
        .startsWith("workspace_id,workspace_name,error,id,name,scopes,")
        .contains("boss");
    assertThat(one.admin().get(asked + "&format=ndjson").asString()).contains("\"minter\"");
    problem(one.admin().get("/v1/api-keys?overprivileged=2"), 400, "INVALID_PARAMETER");
  }

  @Test
  void nobodyWithoutATokenSeesKeys() {
    Tenant tenant = tenant();
    for (String path : List.of(tenant.path(), tenant.path() + "/x", "/v1/api-keys")) {
      problem(io.restassured.RestAssured.given().get(path), 401, "UNAUTHENTICATED");
    }
  }
}
