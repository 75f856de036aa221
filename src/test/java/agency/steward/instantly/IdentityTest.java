package agency.steward.instantly;

import static agency.steward.instantly.Upstream.json;
import static agency.steward.instantly.Upstream.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import agency.steward.instantly.Upstream.Reaction;
import agency.steward.instantly.door.Door;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Condition;
import agency.steward.workspace.Credential;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceState;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose workspace a call reaches (facts.md 1.4). */
class IdentityTest {
  private static final String CURRENT = "GET /workspaces/current";
  private static final String MEMBERS = "GET /workspace-members";
  private static final String PATCH = "PATCH /workspace-members/m1";
  private static final ObjectNode BODY = JsonNodeFactory.instance.objectNode().put("role", "view");

  @RegisterExtension final Served served = new Served();

  private Upstream upstream;
  private Client client;
  private Workspace admin;
  private Workspace sub;

  @BeforeEach
  void aGroup() {
    upstream = served.upstream();
    client = served.client();
    admin = client.own("iw-admin", Client.ADMIN_KEY);
    sub = client.delegated("iw-sub", admin);
    upstream.on(CURRENT, byHeader("{\"id\":\"%s\"}"));
    upstream.on(MEMBERS, byHeader("{\"items\":[{\"id\":\"m1\",\"workspace_id\":\"%s\"}]}"));
    upstream.on(PATCH, json("{\"id\":\"m1\"}"));
  }

  /** As Instantly does it: the header decides. */
  private static Reaction byHeader(String body) {
    return request -> {
      String as = request.getHeader("x-as-workspace");
      request.response().end(body.formatted(as == null ? "iw-admin" : as));
    };
  }

  private static Reaction deafToTheHeader(String body) {
    return request -> request.response().end(body.formatted("iw-admin"));
  }

  private InstantlyException failureOf(Callable<?> call) {
    return catchThrowableOfType(InstantlyException.class, call::call);
  }

  private List<String> writes() {
    return upstream.calls().stream().filter(call -> !call.startsWith("GET")).toList();
  }

  @Test
  void aDelegatedCallUsesTheAdminsKeyAndSaysForWhom() {
    client.in(sub).list(Listing.MEMBERS, Map.of());

    assertThat(upstream.seen().getLast().headers())
        .containsEntry("Authorization", "Bearer " + Client.ADMIN_KEY)
        .containsEntry("x-as-workspace", "iw-sub");
  }

  @Test
  void anOwnKeySaysForNobody() {
    client.in(admin).list(Listing.MEMBERS, Map.of());

    assertThat(upstream.seen().getLast().headers()).doesNotContainKey("x-as-workspace");
  }

  @Test
  void aWriteIsPrecededByOneProofThatCountsForAMinute() {
    client.in(sub).patch("/workspace-members/m1", BODY);
    client.in(sub).patch("/workspace-members/m1", BODY);
    assertThat(upstream.calls()).containsExactly(CURRENT, PATCH, PATCH);

    client.elapsed.addAndGet(Duration.ofSeconds(51).toNanos());
    client.in(sub).patch("/workspace-members/m1", BODY);

    assertThat(upstream.calls()).containsExactly(CURRENT, PATCH, PATCH, CURRENT, PATCH);
  }

  @Test
  void manyWritesAtOnceAskForOneProof() throws Exception {
    Callable<?> write = () -> client.in(sub).patch("/workspace-members/m1", BODY);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(Stream.generate(() -> write).limit(8).toList());
    }

    assertThat(upstream.calls()).filteredOn(CURRENT::equals).hasSize(1);
    assertThat(writes()).hasSize(8);
  }

  @Test
  void accident25_anIgnoredHeaderMeansZeroWrites() {
    upstream.on(CURRENT, deafToTheHeader("{\"id\":\"%s\"}"));

    InstantlyException failure =
        failureOf(() -> client.in(sub).patch("/workspace-members/m1", BODY));

    assertThat(failure.failure()).isEqualTo(new InstantlyFailure.WrongIdentity());
    assertThat(failure.problem().code()).isEqualTo(ProblemCode.WORKSPACE_IDENTITY_MISMATCH);
    assertThat(failure.mayHaveHappened()).isFalse();
    assertThat(writes()).isEmpty();
  }

  @Test
  void accident6_aKeyOfAnotherWorkspaceMeansZeroWrites() {
    upstream.on(CURRENT, json("{\"id\":\"iw-other\"}"));

    InstantlyException failure = failureOf(() -> client.in(admin).delete("/workspace-members/m1"));

    assertThat(failure.failure()).isEqualTo(new InstantlyFailure.WrongIdentity());
    assertThat(writes()).isEmpty();
  }

  @Test
  void rowsOfAnotherWorkspaceAreNotShown() {
    upstream.on(MEMBERS, deafToTheHeader("{\"items\":[{\"id\":\"m1\",\"workspace_id\":\"%s\"}]}"));

    InstantlyException failure = failureOf(() -> client.in(sub).list(Listing.MEMBERS, Map.of()));

    assertThat(failure.failure()).isEqualTo(new InstantlyFailure.WrongIdentity());
    assertThat(upstream.calls()).noneMatch(CURRENT::equals);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"items\":[]}", "{\"items\":[{\"id\":\"m1\"}]}"})
  void anAnswerThatDoesNotSayWhoseItIsNeedsAProof(String answer) {
    upstream.on(MEMBERS, json(answer)).on(CURRENT, deafToTheHeader("{\"id\":\"%s\"}"));

    InstantlyException failure = failureOf(() -> client.in(sub).list(Listing.MEMBERS, Map.of()));

    assertThat(failure.failure()).isEqualTo(new InstantlyFailure.WrongIdentity());
  }

  @Test
  void whatIsNotFoundThroughAnIgnoredHeaderIsNotSaidToBeMissing() {
    String member = "/workspace-members/m9";
    upstream
        .on("GET " + member, says(404, "Not Found", "no"))
        .on(CURRENT, deafToTheHeader("{\"id\":\"%s\"}"));

    assertThat(failureOf(() -> client.in(sub).get(member)).failure())
        .isEqualTo(new InstantlyFailure.WrongIdentity());
  }

  @Test
  void theWorkspaceItselfMustBeTheOneRegistered() {
    upstream.on(CURRENT, json("{\"id\":\"iw-other\"}"));

    assertThat(failureOf(() -> client.in(admin).get("/workspaces/current")).failure())
        .isEqualTo(new InstantlyFailure.WrongIdentity());
  }

  @Test
  void aBareKeyMayLeadAnywhere() {
    var door = new Door.Bare(new agency.steward.credential.ApiKey(Client.ADMIN_KEY));
    InstantlyWorkspace bare = client.bound(door, Duration.ofSeconds(5), false);

    bare.proveIdentity();

    assertThat(bare.get("/workspaces/current").path("id").asText()).isEqualTo("iw-admin");
  }

  @Test
  void aSubWorkspaceCanBeReachedBeforeItIsRegistered() {
    var door = new Door.Through(admin, new InstantlyWorkspaceId("iw-new"));

    ObjectNode current =
        client.bound(door, Duration.ofSeconds(5), false).get("/workspaces/current");

    assertThat(current.path("id").asText()).isEqualTo("iw-new");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void aRefusedDelegationIsABrokenLinkNotADeadKey(int status) {
    Reaction refused =
        request -> {
          boolean delegated = request.getHeader("x-as-workspace") != null;
          (delegated ? says(status, "x", "Not your workspace") : json("{\"id\":\"iw-admin\"}"))
              .to(request);
        };
    upstream.on(CURRENT, refused);

    InstantlyException failure = failureOf(() -> client.in(sub).get("/workspaces/current"));

    assertThat(failure.failure()).isEqualTo(new InstantlyFailure.LinkRefused());
    assertThat(failure.problem().code()).isEqualTo(ProblemCode.GROUP_LINK_NOT_ACCEPTED);
    assertThat(client.observed).containsExactly("iw-sub GROUP_LINK GROUP_LINK_NOT_ACCEPTED []");
  }

  @Test
  void aDeadAdminKeyIsTheAdminsMisfortune() {
    upstream.on(CURRENT, says(401, "Unauthorized", "Invalid API key"));

    assertThat(failureOf(() -> client.in(sub).get("/workspaces/current")).failure())
        .isEqualTo(new InstantlyFailure.KeyInvalid());
    assertThat(client.observed)
        .containsExactly("iw-admin CREDENTIAL WORKSPACE_CREDENTIAL_INVALID []");
  }

  @Test
  void aLapsedPlanOfTheSubIsNotTheAdmins() {
    Reaction unpaid =
        request -> {
          boolean delegated = request.getHeader("x-as-workspace") != null;
          (delegated ? says(402, "x", "No active paid plan") : json("{\"id\":\"iw-admin\"}"))
              .to(request);
        };
    upstream.on(CURRENT, unpaid).on(MEMBERS, unpaid);

    assertThat(failureOf(() -> client.in(sub).list(Listing.MEMBERS, Map.of())).failure())
        .isEqualTo(new InstantlyFailure.PlanInactive());
    assertThat(client.observed).containsExactly("iw-sub PLAN WORKSPACE_PLAN_INACTIVE []");
  }

  @Test
  void aLapsedPlanOfTheAdminIsTheAdminsMisfortune() {
    upstream
        .on(CURRENT, says(402, "x", "No active paid plan"))
        .on(MEMBERS, says(402, "x", "No active paid plan"));

    assertThat(failureOf(() -> client.in(sub).list(Listing.MEMBERS, Map.of())).failure())
        .isEqualTo(new InstantlyFailure.PlanInactive());
    assertThat(client.observed).containsExactly("iw-admin PLAN WORKSPACE_PLAN_INACTIVE []");
  }

  /** Each version of a key is a key of its own, and may lead elsewhere. */
  @Test
  void accident6_whatOneKeyHasProvenTheNextOneHasNot() {
    client.in(admin).patch("/workspace-members/m1", BODY);
    var next = new Credential.OwnKey(Optional.empty(), "sha256:1", 2, Client.NOON);
    Workspace exchanged =
        Client.workspace(admin.id(), "iw-admin", WorkspaceState.ACTIVE, List.of(), next);
    upstream.on(CURRENT, json("{\"id\":\"iw-other\"}"));

    InstantlyException failure =
        failureOf(() -> client.in(exchanged).patch("/workspace-members/m1", BODY));

    assertThat(failure.failure()).isEqualTo(new InstantlyFailure.WrongIdentity());
    assertThat(writes()).hasSize(1);
  }

  @Test
  void onlyAProbeThatComesThroughMakesWellAgain() {
    Workspace broken =
        Client.workspace(
            admin.id(),
            "iw-admin",
            WorkspaceState.PLAN_INACTIVE,
            List.of(
                Condition.ok(Condition.Type.CREDENTIAL, Client.NOON),
                Condition.broken(Condition.Type.PLAN, "X", "x", Client.NOON)),
            admin.credential());

    client.in(broken).get("/workspaces/current");
    assertThat(client.observed).isEmpty();
    client
        .bound(new Door.Registered(broken), Duration.ofSeconds(5), true)
        .get("/workspaces/current");

    assertThat(client.observed).containsExactly("iw-admin PLAN OK []");
  }
}
