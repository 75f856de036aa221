package agency.steward.member.bulk;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import agency.steward.changeset.attempt.QuickSleeper;
import agency.steward.changeset.lane.claim.LaneWork;
import agency.steward.member.Tenant;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Other people's accidents, as many rows at once have them. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class BulkAccidentsTest {
  private static final String ADMIN = "agency-admin";

  @Inject Registered registered;
  @Inject LaneWork work;
  @Inject QuickSleeper sleeper;

  private final String ann = "ann-" + UUID.randomUUID();
  private final String key = UUID.randomUUID().toString();

  private Tenant tenant(String... people) {
    return Tenant.of(registered, people);
  }

  private static String removal(Tenant... tenants) {
    return Asked.spec("remove", "{\"emails\":[\"BOB@x.example\"]}", tenants);
  }

  @Test
  void accident10_openInvitationsAreCancelledWithThePerson() {
    Tenant member = tenant("zoe admin", "bob view");
    Tenant invited = tenant("zoe admin", "bob editor pending");
    Tenant neither = tenant("zoe admin");

    Asked set =
        Asked.planned(
            ann, Asked.json(Asked.as(ann, ADMIN), removal(member, invited, neither)), ADMIN);

    assertThat(set.rows("before.accepted")).containsExactlyInAnyOrder(true, false);
    assertThat(set.rows("effect")).containsOnly("reduces");
    set.apply().then().statusCode(202);
    work.workOff();
    assertThat(set.view().getString("state")).isEqualTo("succeeded");
    assertThat(member.id("bob")).isNull();
    assertThat(invited.id("bob")).isNull();
    assertThat(neither.writes()).isEmpty();
  }

  @Test
  void accident16_aSetThatIsAskedForAndAppliedTwiceIsOneSetAndOneWrite() {
    Tenant tenant = tenant("zoe admin", "bob view");

    Response first = create(tenant);
    Response second = create(tenant);
    Asked set = Asked.planned(ann, first, ADMIN);
    Response applied = apply(set, set.digest());
    Response again = apply(set, set.digest());
    work.workOff();
    Response late = apply(set, set.digest());

    first.then().header("Idempotency-Replayed", nullValue());
    second.then().statusCode(201).header("Idempotency-Replayed", "true");
    assertThat(second.body().asString()).isEqualTo(first.body().asString());
    applied.then().statusCode(202).header("Idempotency-Replayed", nullValue());
    for (Response replay : List.of(again, late)) {
      replay.then().statusCode(202).header("Idempotency-Replayed", "true");
      assertThat(replay.body().asString()).isEqualTo(applied.body().asString());
    }
    assertThat(tenant.writes()).hasSize(1);
    problem(
        Asked.as(ann, ADMIN)
            .header("Idempotency-Key", key)
            .body(removal(tenant()))
            .post(Asked.PATH),
        422,
        "IDEMPOTENCY_KEY_REUSED");
  }

  private Response create(Tenant tenant) {
    return Asked.as(ann, ADMIN)
        .header("Idempotency-Key", key)
        .body(removal(tenant))
        .post(Asked.PATH);
  }

  private Response apply(Asked set, String digest) {
    return Asked.as(ann, ADMIN)
        .header("Idempotency-Key", key)
        .body("{\"digest\":\"" + digest + "\"}")
        .post(set.path("/apply"));
  }

  @Test
  void accident16_askedByManyAtTheSameMomentIsOneWriteToo() throws Exception {
    Tenant tenant = tenant("zoe admin", "bob view");
    List<Response> answers = atOnce(() -> create(tenant));
    List<String> ids =
        answers.stream()
            .filter(answer -> answer.statusCode() == 201)
            .map(answer -> answer.<String>path("id"))
            .distinct()
            .toList();
    assertThat(answers.stream().map(Response::statusCode)).isSubsetOf(201, 409);
    assertThat(ids).hasSize(1);
    Asked set = new Asked(ann, new String[] {ADMIN}, ids.getFirst());
    String digest = set.digest();

    List<Response> applied = atOnce(() -> apply(set, digest));
    work.workOff();

    assertThat(applied.stream().map(Response::statusCode)).isSubsetOf(202, 409);
    assertThat(set.rows("result")).containsExactly("applied");
    assertThat(tenant.writes()).hasSize(1);
  }

  private static List<Response> atOnce(Callable<Response> ask) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Response>> asked =
          threads.invokeAll(IntStream.range(0, 6).mapToObj(i -> ask).toList());
      return asked.stream().map(Future::resultNow).collect(Collectors.toList());
    }
  }

  /** Somebody closes a workspace while a set is under way in it: what was not sent stays unsent. */
  @Test
  void whatIsSuspendedWhileASetIsUnderWayIsWrittenToNoMore() {
    Tenant tenant = tenant("zoe admin", "bob admin", "cid admin");
    tenant.behave("DELETE", "/workspace-members/{id}", "\"accept_without_effect\":true");
    String both = "{\"emails\":[\"bob@x.example\",\"cid@x.example\"]}";
    Asked set = Asked.going(ann, "remove", both, tenant);
    String suspend = "/v1/workspaces/" + tenant.workspace().id() + "/suspend";
    sleeper.meanwhile(() ->
        tenant
            .admin()
            .body("{\"reason\":\"the client has complained\"}")
            .post(suspend)
            .then()
            .statusCode(200));

    work.workOff();

    assertThat(tenant.writes()).hasSize(1);
    assertThat(set.rows("result")).containsExactlyInAnyOrder("failed", "not_attempted");
    assertThat(set.rows("problem.code")).contains("WORKSPACE_SUSPENDED");
  }
}
