package agency.steward.member;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import agency.steward.testing.Asking;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxCall;
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
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other people's accidents that would have happened to members. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class AccidentsTest {
  private static final int ROUNDS = 25;
  private static final String ONE = "/workspace-members/{id}";
  private static final String ALL = "/workspace-members";

  @Inject Registered registered;

  private Tenant tenant(String... people) {
    return Tenant.of(registered, people);
  }

  @Test
  void accident05_aYesThatChangedNothingIsNotApplied() {
    Tenant tenant = tenant("ann view");
    tenant.behave("PATCH", ONE, "\"accept_without_effect\":true");

    Response answer = tenant.patch("ann", "{\"role\":\"editor\"}");

    problem(answer, 502, "WRITE_NOT_EFFECTIVE").body("retryable", equalTo(false));
    assertThat(tenant.row(answer).getString("result")).isEqualTo("failed");
    assertThat(tenant.row(answer).getString("found.role")).isEqualTo("view");
    assertThat(tenant.writes()).hasSize(1);
  }

  @Test
  void accident05_anInvitationThatNobodyGotIsNotApplied() {
    Tenant tenant = tenant();
    tenant.behave("POST", ALL, "\"accept_without_effect\":true");

    problem(
        tenant.invite("{\"email\":\"new@x.example\",\"role\":\"view\"}"),
        502,
        "WRITE_NOT_EFFECTIVE");
  }

  @Test
  void accident05_aRemovalOfSomebodyWhoIsStillThereIsNotApplied() {
    Tenant tenant = tenant("ann view");
    tenant.behave("DELETE", ONE, "\"accept_without_effect\":true");

    problem(tenant.remove("ann"), 502, "WRITE_NOT_EFFECTIVE");
  }

  @Test
  void accident05_aRemovedMemberWhoIsNotFoundButListedIsStillThere() {
    Tenant tenant = tenant("ann view");
    String path = tenant.path("ann");
    tenant.behave("DELETE", ONE, "\"accept_without_effect\":true");
    tenant.behave("GET", ONE, "\"fail\":{\"status\":404,\"rate\":1}");

    problem(tenant.admin().delete(path), 502, "WRITE_NOT_EFFECTIVE");
  }

  @Test
  void accident06_theKeyOfOneWorkspaceUnderAnotherWritesNothing() {
    SandboxWorkspace mine = SandboxControl.workspace(Tenant.seed("ann view"));
    SandboxWorkspace other = SandboxControl.workspace(Tenant.seed("bob view"));
    Tenant mixed = new Tenant(mine, registered.workspace(mine.id(), other.apiKey()));
    String bob = bob(other);

    for (Response answer :
        List.of(
            mixed.admin().body("{\"role\":\"admin\"}").patch(mixed.path() + "/" + bob),
            mixed.admin().delete(mixed.path() + "/" + bob),
            mixed.invite("{\"email\":\"new@x.example\",\"role\":\"view\"}"))) {
      problem(answer, 409, "GUARD_VIOLATED")
          .body("violations[0].rule", equalTo("IDENTITY_UNPROVEN"))
          .body("violations[0].scope", equalTo("workspace"));
    }
    assertThat(writes(mine)).isEmpty();
    assertThat(writes(other)).isEmpty();
  }

  private String bob(SandboxWorkspace sandbox) {
    return new Tenant(sandbox, registered.workspace(sandbox.id(), sandbox.apiKey())).id("bob");
  }

  private static List<SandboxCall> writes(SandboxWorkspace sandbox) {
    return SandboxControl.journal(sandbox.id()).stream()
        .filter(call -> !call.method().equals("GET"))
        .toList();
  }

  @Test
  void accident10_anOpenInvitationIsAccessAndIsCancelled() {
    Tenant tenant = tenant("ann admin", "bob admin pending");

    Response answer = tenant.remove("bob");

    answer.then().statusCode(204);
    assertThat(tenant.row(answer).getString("effect")).isEqualTo("reduces");
    assertThat(tenant.row(answer).getBoolean("before.accepted")).isFalse();
    assertThat(tenant.id("bob")).isNull();
  }

  @Test
  void accident16_theSameIdempotencyKeyTwiceIsOneUpstreamWrite() {
    Tenant tenant = tenant();
    String key = UUID.randomUUID().toString();
    String body = "{\"email\":\"new@x.example\",\"role\":\"view\"}";

    Response first = tenant.admin().header("Idempotency-Key", key).body(body).post(tenant.path());
    Response second = tenant.admin().header("Idempotency-Key", key).body(body).post(tenant.path());

    first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
    second.then().statusCode(201).header("Idempotency-Replayed", "true");
    assertThat(second.body().asString()).isEqualTo(first.body().asString());
    assertThat(second.getHeader("Location")).isEqualTo(first.getHeader("Location"));
    assertThat(second.getHeader("Steward-Change-Set"))
        .isEqualTo(first.getHeader("Steward-Change-Set"));
    assertThat(tenant.writes()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "member_id", "workspace_id", "email"})
  void accident18_anIdInTheBodyIsRefusedAndNeverFollowed(String field) {
    Tenant tenant = tenant("ann view", "bob view");

    problem(
            tenant.patch(
                "ann", "{\"%s\":\"%s\",\"role\":\"editor\"}".formatted(field, tenant.id("bob"))),
            400,
            "UNKNOWN_FIELD")
        .body("errors[0].pointer", equalTo("/" + field));
    assertThat(tenant.writes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"member", "viewer", "owner", "client", "Admin"})
  void accident21_aRoleOfAnotherToolIsAnsweredWithTheRolesThatExist(String role) {
    Tenant tenant = tenant("ann view");

    for (Response answer :
        List.of(
            tenant.patch("ann", "{\"role\":\"%s\"}".formatted(role)),
            tenant.invite("{\"email\":\"new@x.example\",\"role\":\"%s\"}".formatted(role)))) {
      problem(answer, 422, "ROLE_NOT_ASSIGNABLE")
          .body("errors.pointer", hasItem("/role"))
          .body("assignable", equalTo(List.of("admin", "editor", "view")));
    }
    assertThat(tenant.writes()).isEmpty();
  }

  @Test
  void accident24_twoAdminsDemotingEachOtherLeaveOneAdmin() throws Exception {
    Tenant tenant = tenant("ann admin", "bob admin");
    String ann = tenant.path("ann");
    String bob = tenant.path("bob");

    for (int round = 0; round < ROUNDS; round++) {
      List<Integer> answers = together(() -> demote(tenant, ann), () -> demote(tenant, bob));
      assertThat(admins(tenant)).as("round %d: %s", round, answers).isEqualTo(1);
      assertThat(answers).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 409);
      promote(tenant, ann);
      promote(tenant, bob);
    }
  }

  @Test
  void accident24_threeAdminsRemovedAndDemotedAtOnceLeaveOneAdmin() throws Exception {
    for (int round = 0; round < 5; round++) {
      Tenant tenant = tenant("ann admin", "bob admin", "cyd admin", "dan admin pending");
      String ann = tenant.path("ann");
      String bob = tenant.path("bob");
      String cyd = tenant.path("cyd");

      together(
          () -> tenant.admin().delete(ann).statusCode(),
          () -> demote(tenant, bob),
          () -> tenant.admin().delete(cyd).statusCode());

      assertThat(admins(tenant)).isPositive();
    }
  }

  private static int demote(Tenant tenant, String path) {
    // Fresh principals: the hourly budget of risky rows is another matter.
    return Asking.as(UUID.randomUUID().toString(), "agency-admin")
        .body("{\"role\":\"editor\"}")
        .patch(path)
        .statusCode();
  }

  private static void promote(Tenant tenant, String path) {
    tenant.admin().body("{\"role\":\"admin\"}").patch(path).then().statusCode(200);
  }

  private static int admins(Tenant tenant) {
    return tenant
        .admin()
        .get(tenant.path() + "?role=admin&accepted=true")
        .jsonPath()
        .getList("items")
        .size();
  }

  @SafeVarargs
  private static List<Integer> together(Callable<Integer>... calls) throws Exception {
    try (var threads = Executors.newFixedThreadPool(calls.length)) {
      return threads.invokeAll(List.of(calls)).stream().map(answer -> answer.resultNow()).toList();
    }
  }

  @Test
  void accident25_anIgnoredHeaderWritesNothingIntoTheAgencysOwnWorkspace() {
    Delegated pair = delegated();
    pair.ignoreHeader(true);

    for (Response answer : pair.writesOfAllKinds()) {
      problem(answer, 409, "GUARD_VIOLATED")
          .body("violations[0].rule", equalTo("IDENTITY_UNPROVEN"));
    }
    assertThat(writes(pair.admin)).isEmpty();
    assertThat(writes(pair.sub.sandbox())).isEmpty();
  }

  @Test
  void accident25_aHeaderIgnoredRightAfterItsProofWritesNothingEither() {
    Delegated pair = delegated();
    pair.sub.patch("ann", "{\"role\":\"editor\"}").then().statusCode(200);
    int before = writes(pair.admin).size();
    pair.ignoreHeader(true);

    for (Response answer : pair.writesOfAllKinds()) {
      assertThat(answer.statusCode()).isIn(404, 409);
    }
    assertThat(writes(pair.admin)).hasSize(before);
    pair.ignoreHeader(false);
    assertThat(pair.sub.role("ann")).isEqualTo("editor");
  }

  /** An agency's workspace and a client's, which is reached through it. */
  private record Delegated(SandboxWorkspace admin, Tenant sub, String ann) {

    void ignoreHeader(boolean ignored) {
      for (String id : List.of(admin.id(), sub.sandbox().id())) {
        SandboxControl.behaviour(
            "{\"workspace_id\":\"%s\",\"ignore_as_workspace\":%s}".formatted(id, ignored));
      }
    }

    List<Response> writesOfAllKinds() {
      return Stream.of(
              sub.admin().body("{\"role\":\"admin\"}").patch(sub.path() + "/" + ann),
              sub.admin().delete(sub.path() + "/" + ann),
              sub.invite("{\"email\":\"new@x.example\",\"role\":\"view\"}"))
          .toList();
    }
  }

  private Delegated delegated() {
    SandboxWorkspace client = SandboxControl.workspace(Tenant.seed("ann view", "cyd admin"));
    SandboxWorkspace agency =
        SandboxControl.workspace("{\"group_admin_of\":[\"%s\"]}".formatted(client.id()));
    Workspace admin = registered.workspace(agency.id(), agency.apiKey());
    Tenant sub = new Tenant(client, registered.delegated(client.id(), admin));
    return new Delegated(agency, sub, sub.id("ann"));
  }

  @Test
  void anAnswerThatIsLostIsFoundByReadingBack() {
    Tenant tenant = tenant("ann view");
    tenant.behave("PATCH", ONE, "\"drop_after_write\":true");

    Response answer = tenant.patch("ann", "{\"role\":\"editor\"}");

    answer.then().statusCode(200).body("role", equalTo("editor"));
    assertThat(tenant.writes()).hasSize(1);
  }

  @Test
  void anInvitationWhoseAnswerIsLostIsFoundByItsAddress() {
    Tenant tenant = tenant();
    tenant.behave("POST", ALL, "\"drop_after_write\":true");

    tenant
        .invite("{\"email\":\"new@x.example\",\"role\":\"view\"}")
        .then()
        .statusCode(201)
        .body("email", equalTo("new@x.example"));
    assertThat(tenant.writes()).hasSize(1);
  }

  @Test
  void aRemovalWhoseAnswerIsLostIsProvenByTheList() {
    Tenant tenant = tenant("ann view");
    tenant.behave("DELETE", ONE, "\"drop_after_write\":true");

    tenant.remove("ann").then().statusCode(204);
  }

  @Test
  void aWriteThatIsNeverAnsweredIsUnknown() {
    Tenant tenant = tenant("ann view");
    tenant.behave("PATCH", ONE, "\"hang\":true");

    Response answer = tenant.patch("ann", "{\"role\":\"editor\"}");

    problem(answer, 504, "OUTCOME_UNKNOWN").body("retryable", equalTo(false));
    assertThat(tenant.row(answer).getString("result")).isEqualTo("unknown");
    tenant
        .admin()
        .get("/v1/change-sets/" + answer.path("change_set_id"))
        .then()
        .body("state", equalTo("running"));
  }

  @Test
  void whoIsGoneBetweenReadAndWriteIsStale() {
    Tenant tenant = tenant("ann view");
    tenant.behave("PATCH", ONE, "\"fail\":{\"status\":404}");

    problem(tenant.patch("ann", "{\"role\":\"editor\"}"), 404, "NOT_FOUND_IN_WORKSPACE");
  }

  @Test
  void aWriteThatInstantlyBreaksOnIsThatErrorAndIsNotRepeated() {
    Tenant tenant = tenant("ann view");
    tenant.behave("PATCH", ONE, "\"fail\":{\"status\":500}");

    problem(tenant.patch("ann", "{\"role\":\"editor\"}"), 502, "UPSTREAM_ERROR");
    assertThat(tenant.writes()).hasSize(1);
  }
}
