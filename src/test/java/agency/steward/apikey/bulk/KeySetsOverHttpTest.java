package agency.steward.apikey.bulk;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import agency.steward.apikey.Tenant;
import agency.steward.changeset.lane.claim.LaneWork;
import agency.steward.credential.Custody;
import agency.steward.credential.KeyPlace;
import agency.steward.member.bulk.Asked;
import agency.steward.testing.Granted;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class KeySetsOverHttpTest {
  private static final String LOOKER = "{\"name\":\"looker\",\"scopes\":[\"leads:read\"]}";
  private static final String ALL = "/api-keys";

  @Inject Registered registered;
  @Inject Granted granted;
  @Inject LaneWork work;
  @Inject Custody custody;

  private KeySets sets;

  @BeforeEach
  void somebodyAsks() {
    sets = KeySets.of(work);
  }

  private Tenant tenant(String... keys) {
    return Tenant.of(registered, keys);
  }

  private static String only(Tenant tenant, String name) {
    assertThat(KeySets.ids(tenant, name)).hasSize(1);
    return KeySets.ids(tenant, name).getFirst();
  }

  private boolean isInVault(Tenant tenant, String id) {
    return custody.deliveries().has(new KeyPlace(tenant.workspace().id(), id));
  }

  @Test
  void eachWorkspaceGetsAKeyOfItsOwnWhoseValueIsInVault() {
    Tenant one = tenant();
    Tenant two = tenant("zapier leads:all");
    Asked set = sets.lookers(one, two);
    assertThat(set.rows("subject")).containsExactly("looker", "looker");
    assertThat(set.rows("after.scopes")).containsOnly(List.of("leads:read"));
    assertThat(set.rows("after.deliver_to")).containsOnly("vault");
    assertThat(set.rows("reversibility")).containsOnly("lossless");
    assertThat(one.writes()).isEmpty();

    sets.done(set);

    KeySets.assertDone(set);
    assertThat(set.view().getMap("counts.by_result")).isEqualTo(Map.of("applied", 2));
    assertThat(set.rows("verified")).containsOnly(true);
    for (Tenant tenant : List.of(one, two)) {
      String id = only(tenant, "looker");
      assertThat(isInVault(tenant, id)).isTrue();
      assertThat(set.<String>rows("vault_path"))
          .anyMatch(path -> path.contains(tenant.workspace().id() + "/" + id));
      assertThat(tenant.writes()).hasSize(1);
    }
  }

  @Test
  void whatIsThereAndInVaultIsNotMadeAgainAndSaysWhereItLies() {
    Tenant tenant = tenant();
    sets.done(sets.lookers(tenant));

    Asked again = sets.done(sets.lookers(tenant));

    KeySets.assertDone(again);
    assertThat(again.rows("result")).containsExactly("already_satisfied");
    assertThat(again.<String>rows("vault_path").getFirst()).contains(only(tenant, "looker"));
    assertThat(tenant.writes()).hasSize(1);
  }

  @Test
  void whatWasShownInAnAnswerIsNotInVaultAndKeepsItsName() {
    Tenant tenant = tenant();
    tenant.make(LOOKER).then().statusCode(201);

    Asked set = sets.lookers(tenant);

    assertThat(set.rows("result")).containsExactly("failed");
    assertThat(set.rows("problem.code")).containsExactly("ALREADY_EXISTS");
    assertThat(set.<String>rows("problem.detail").getFirst()).contains(only(tenant, "looker"));
  }

  @Test
  void twoSetsOfOneNameMakeOneKey() {
    Tenant tenant = tenant();
    Asked one = sets.lookers(tenant);
    Asked two = sets.lookers(tenant);
    sets.started(one);
    sets.started(two);

    work.workOff();

    assertThat(one.rows("result")).containsExactly("applied");
    assertThat(two.rows("result")).containsExactly("skipped_stale");
    assertThat(isInVault(tenant, only(tenant, "looker"))).isTrue();
  }

  @Test
  void undoRevokesExactlyThoseKeysThatWereMade() {
    Tenant one = tenant();
    Tenant two = tenant();
    Asked set = sets.done(sets.lookers(one, two));
    String made = only(one, "looker");
    String clients = one.makeOnInstantly("looker", "leads:read");
    two.revoke("looker").then().statusCode(204);

    Asked undo = sets.undone(set);

    assertThat(undo.view().getString("kind")).isEqualTo("key_revoke");
    assertThat(undo.rows("result")).containsExactlyInAnyOrder("applied", "skipped_stale");
    assertThat(undo.rows("findAll { it.result == 'applied' }.before.id")).containsExactly(made);
    assertThat(KeySets.ids(one, "looker")).containsExactly(clients);
    assertThat(set.view().getString("undone_by")).isEqualTo(undo.id());
  }

  @Test
  void aKeyThatWasMadeByItselfIsUndoneTheSameWay() {
    Tenant tenant = tenant();
    String id = tenant.make(LOOKER).then().statusCode(201).extract().header("Steward-Change-Set");

    Asked undo =
        sets.done(sets.planned(sets.admin().post("/v1/change-sets/" + id + "/undo?wait=PT30S")));

    assertThat(undo.rows("result")).containsExactly("applied");
    assertThat(KeySets.ids(tenant, "looker")).isEmpty();
  }

  @Test
  void nothingBringsRevokedKeysBack() {
    Tenant one = tenant("zapier leads:all");
    Tenant two = tenant("zapier leads:all", "other leads:read");
    Asked set = sets.revoking("zapier", one, two);
    assertThat(set.rows("reversibility")).containsOnly("irreversible");

    sets.done(set);

    KeySets.assertDone(set);
    assertThat(set.rows("result")).containsExactly("applied", "applied");
    assertThat(KeySets.ids(one, "zapier")).isEmpty();
    assertThat(KeySets.ids(two, "other")).hasSize(1);
    problem(set.post("/undo"), 409, "NOT_REVERSIBLE");
  }

  @Test
  void aRevocationThatSomebodyElseHasMadeIsSatisfied() {
    Tenant tenant = tenant("zapier leads:all");
    Asked set = sets.revoking("zapier", tenant);
    tenant.revoke("zapier").then().statusCode(204);

    sets.done(set);

    assertThat(set.rows("result")).containsExactly("already_satisfied");
  }

  @Test
  void stewardsOwnKeyIsNotRevokedWhoeverLiftsTheRule() {
    Tenant tenant = tenant("zapier leads:all");
    Asked set =
        sets.planned(
            sets.ask("key_revoke", "{\"key_ids\":[\"%s\"]}".formatted(tenant.ownId()), tenant));

    assertThat(set.rows("result")).containsExactly("blocked_guard");
    assertThat(set.rows("problem.code")).containsExactly("KEY_IN_USE_BY_STEWARD");
    problem(
        sets.approve(set, ",\"override\":[\"OWN_KEY\"],\"reason\":\"x\""),
        422,
        "VALIDATION_FAILED");
    sets.done(set);
    assertThat(tenant.writes()).isEmpty();
    assertThat(tenant.onInstantly().getList("items.id")).contains(tenant.ownId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"masked", "absent"})
  void whatMayBeStewardsOwnKeyTakesASecondPerson(String values) {
    Tenant tenant = tenant("zapier leads:all");
    tenant.values(values);
    Asked set = sets.revoking("zapier", tenant);
    assertThat(set.rows("problem.code")).containsExactly("KEY_IN_USE_UNPROVEN");

    sets.approve(set, ",\"override\":[\"OWN_KEY\"],\"reason\":\"it is Zapier's\"")
        .then()
        .statusCode(200);
    sets.done(set);

    assertThat(set.rows("result")).containsExactly("applied");
    assertThat(KeySets.ids(tenant, "zapier")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"masked", "absent"})
  void keysAreMadeAndUndoneHoweverTheListShowsThem(String values) {
    Tenant tenant = tenant();
    tenant.values(values);

    Asked set = sets.done(sets.lookers(tenant));

    assertThat(set.rows("result")).containsExactly("applied");
    assertThat(isInVault(tenant, only(tenant, "looker"))).isTrue();
    assertThat(sets.lookers(tenant).rows("result")).containsExactly("already_satisfied");
  }

  @Test
  void aNameThatSeveralKeysHaveRevokesNone() {
    Tenant tenant = tenant("zapier leads:all", "zapier leads:read");

    Asked set = sets.done(sets.revoking("zapier", tenant));

    assertThat(set.rows("problem.code")).containsExactly("AMBIGUOUS_KEY");
    assertThat(set.<String>rows("problem.detail").getFirst())
        .contains(KeySets.ids(tenant, "zapier"));
    assertThat(tenant.writes()).isEmpty();
  }

  @Test
  void moreThanAPageOfKeysIsReadWhole() {
    String[] many = new String[104];
    for (int i = 0; i < many.length; i++) {
      many[i] = "k" + i + " leads:read";
    }
    Tenant tenant = tenant(many);
    Asked set = sets.planned(sets.ask("key_revoke", "{\"names\":[\"k3\",\"k99\"]}", tenant));

    sets.done(set);

    assertThat(set.rows("result")).containsExactly("applied", "applied");
    assertThat(tenant.onInstantly().getList("items.name")).doesNotContain("k3", "k99");
  }

  @ParameterizedTest
  @CsvSource({"all:all", "api_keys:read", "workspaces:update"})
  void aKeyThatMayTooMuchNeedsAnotherPerson(String scope) {
    Tenant tenant = tenant();
    Asked set =
        sets.planned(
            sets.ask(
                "key_create",
                "{\"name\":\"too much\",\"scopes\":[\"%s\"]}".formatted(scope),
                tenant));

    assertThat(set.view().getInt("required_approvals")).isEqualTo(1);
    problem(set.apply(), 409, "APPROVAL_REQUIRED");
    sets.approve(set, "").then().statusCode(200);
    sets.done(set);

    assertThat(set.rows("result")).containsExactly("applied");
  }

  @Test
  void aKeyThatReachesAGroupNeedsAnotherPersonWhateverItMay() {
    SandboxWorkspace client = SandboxControl.workspace();
    SandboxWorkspace agency =
        SandboxControl.workspace("{\"group_admin_of\":[\"%s\"]}".formatted(client.id()));
    Tenant tenant = new Tenant(agency, registered.workspace(agency.id(), agency.apiKey()));

    Asked set = sets.lookers(tenant);

    assertThat(set.rows("after.overprivileged[0]")).containsExactly("group_admin_reach");
    problem(set.apply(), 409, "APPROVAL_REQUIRED");
  }

  @Test
  void theExportCanBeSentInAgain() {
    Tenant tenant = tenant();
    Asked set =
        sets.done(
            sets.planned(
                sets.csv(
                    "key_create",
                    "workspace,name,scopes,profile",
                    tenant.workspace().id() + ",one,campaigns:read; leads:read,",
                    tenant.workspace().id() + ",two,,analytics")));
    assertThat(set.rows("result")).containsExactly("applied", "applied");

    String csv = sets.admin().get(set.path("/changes?format=csv")).asString();

    assertThat(csv).contains(",one,campaigns:read leads:read,,", "vault_path");
    Asked again = sets.planned(sets.csv("key_create", csv.split("\r\n")));
    assertThat(again.rows("result")).containsExactly("already_satisfied", "already_satisfied");
    Asked gone =
        sets.done(
            sets.planned(
                sets.csv(
                    "key_revoke",
                    "workspace,key_id,name",
                    tenant.workspace().id() + "," + only(tenant, "one") + ",",
                    tenant.workspace().id() + ",,two",
                    tenant.workspace().id() + ",,three")));
    assertThat(gone.rows("result"))
        .containsExactlyInAnyOrder("applied", "applied", "already_satisfied");
    String revoked = sets.admin().get(gone.path("/changes?format=csv")).asString();
    assertThat(sets.planned(sets.csv("key_revoke", revoked.split("\r\n"))).rows("result"))
        .containsOnly("already_satisfied");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n,campaign:read,      | scopes  | Number 1: Is no scope of Instantly's. Did you mean campaigns:read?",
        "n,leads:read lead:raed,| scopes | Number 2: Is no scope of Instantly's. Did you mean leads:read?",
        "n,,nonsense           | profile | There is no such profile for keys",
        "n,leads:read,analytics| scopes  | either scopes",
        "n,,                   | scopes  | either scopes",
        ",leads:read,          | name    | name is needed",
        "=cmd(),leads:read,    | name    | formula",
        "n,1.16E+20,           | scopes  | rounded",
      })
  void accident12_aCellThatMakesNoKeyIsNamedByLineAndColumn(
      String cells, String column, String said) {
    Tenant tenant = tenant();

    Response answer =
        sets.csv(
            "key_create",
            "workspace,name,scopes,profile",
            tenant.workspace().id() + ",fine,leads:read,",
            tenant.workspace().id() + "," + cells.strip());

    problem(answer, 422, "VALIDATION_FAILED")
        .body("errors.pointer", hasItem("line 3, column " + column))
        .body("errors.detail", hasItem(containsString(said)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "key_create | {\"name\":\"n\"} | /spec/scopes",
        "key_create | {\"scopes\":[\"leads:read\"]} | /spec/name",
        "key_create | {\"name\":\" \",\"scopes\":[\"leads:read\"]} | /spec/name",
        "key_create | {\"name\":\"a\\u0000b\",\"scopes\":[\"leads:read\"]} | /spec/name",
        "key_create | {\"name\":\"n\",\"scopes\":[]} | /spec/scopes",
        "key_create | {\"name\":\"n\",\"scopes\":[\"leads:raed\"]} | /spec/scopes",
        "key_create | {\"name\":\"n\",\"scopes\":[\"leads:read\"],\"profile\":\"analytics\"} | /spec/scopes",
        "key_revoke | {} | /spec/names",
        "key_revoke | {\"names\":[\" \"]} | /spec/names",
        "key_revoke | {\"names\":[\"a\\u0000b\"]} | /spec/names",
        "key_revoke | {\"names\":[\"a\"],\"key_ids\":[\"b\"]} | /spec/names",
        "key_revoke | {\"key_ids\":[\"../accounts\"]} | /spec/key_ids",
        "key_revoke | {\"key_ids\":[\"a\",null]} | /spec/key_ids/1",
      })
  void accident15_aSpecThatMeansNothingIsRefused(String kind, String spec, String pointer) {
    problem(sets.ask(kind, spec, tenant()), 422, "VALIDATION_FAILED")
        .body("errors.pointer", hasItem(pointer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "key_create | {\"name\":\"n\",\"scopes\":[7]} | /spec/scopes/0",
        "key_create | {\"name\":\"n\",\"profile\":7} | /spec/profile",
        "key_create | {\"name\":7,\"scopes\":[\"leads:raed\"]} | /spec/name",
        "key_revoke | {\"names\":\"Looker read only\"} | /spec/names",
        "key_revoke | {\"key_ids\":[\"a\",7]} | /spec/key_ids/1",
      })
  void accident15_aSpecOfAnotherTypeCannotBeRead(String kind, String spec, String pointer) {
    problem(sets.ask(kind, spec, tenant()), 400, "MALFORMED_REQUEST")
        .body("errors.pointer", hasItem(pointer));
  }

  @Test
  void aValueThatWasPastedIntoTheWrongFieldIsNotRepeated() {
    String value = "CANARY-" + UUID.randomUUID();

    Response answer =
        sets.ask("key_create", "{\"name\":\"n\",\"scopes\":[\"%s\"]}".formatted(value), tenant());

    problem(answer, 422, "VALIDATION_FAILED").body(not(containsString(value)));
  }

  @ParameterizedTest
  @CsvSource({
    "key_create,agency-automation,403",
    "key_revoke,agency-automation,403",
    "key_create,agency-auditor,403",
    "key_revoke,agency-approver,403",
  })
  void fleetRolesThatMakeNoKeysAskForNoneInBulk(String kind, String role, int status) {
    Tenant tenant = tenant("zapier leads:read");
    String spec = kind.equals("key_create") ? LOOKER : "{\"names\":[\"zapier\"]}";

    Response answer = Asked.json(Asked.as("x", role), KeySets.body(kind, spec, tenant));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(tenant.writes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "admin,leads:read,201",
    "admin,all:all,403",
    "manager,leads:read,403",
    "viewer,leads:read,403"
  })
  void nobodyMakesKeysAboveTheirOwnRights(String profile, String scope, int status) {
    Tenant tenant = tenant();
    String bob = "bob-" + UUID.randomUUID();
    granted.in("sub:" + bob, profile, tenant.workspace());

    Response answer =
        Asked.json(
            Asked.as(bob),
            KeySets.body(
                "key_create", "{\"name\":\"n\",\"scopes\":[\"%s\"]}".formatted(scope), tenant));

    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @Test
  void nobodyMakesKeysThatReachAGroupTheyDoNotHold() {
    SandboxWorkspace client = SandboxControl.workspace();
    SandboxWorkspace agency =
        SandboxControl.workspace("{\"group_admin_of\":[\"%s\"]}".formatted(client.id()));
    Tenant tenant = new Tenant(agency, registered.workspace(agency.id(), agency.apiKey()));
    String bob = "bob-" + UUID.randomUUID();
    granted.in("sub:" + bob, "admin", tenant.workspace());

    problem(
        Asked.json(Asked.as(bob), KeySets.body("key_create", LOOKER, tenant)),
        403,
        "PRIVILEGE_CEILING");
  }

  @Test
  void whatIsPlannedOnlyStoresAndSendsNothing() {
    Tenant tenant = tenant();

    sets.admin()
        .body(KeySets.body("key_create", LOOKER, tenant))
        .post("/v1/change-sets?validate_only=true")
        .then()
        .statusCode(200)
        .body("changes[0].action", equalTo("key_create"))
        .body("changes[0].after.deliver_to", equalTo("vault"));

    assertThat(tenant.writes()).isEmpty();
  }

  @Test
  void accident02_oneWorkspaceThatFailsEndsNothingElse() {
    Tenant ill = tenant();
    Tenant well = tenant();
    Asked set = sets.lookers(ill, well);
    ill.behave("POST", ALL, "\"fail\":{\"status\":400,\"message\":\"no\"}");

    sets.done(set);

    assertThat(set.view().getString("state")).isEqualTo("partially_succeeded");
    assertThat(set.rows("result")).containsExactlyInAnyOrder("failed", "applied");
    ill.behaveWell("POST", ALL);
    Asked again = sets.done(sets.planned(set.post("/retry-failed?wait=PT30S")));
    assertThat(again.rows("result")).containsExactly("applied");
    assertThat(KeySets.ids(ill, "looker")).hasSize(1);
  }
}
