package agency.steward.instantly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxCall;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Condition;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceState;
import agency.steward.workspace.Workspaces;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code GET /v1/members} and the client below it over the simulated Instantly. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class FleetOverSandboxTest {
  private static final String FAILURES = "coverage.failures";

  @Inject Registered registered;
  @Inject Workspaces workspaces;
  @Inject Instantly instantly;
  @Inject MeterRegistry meters;

  @TestHTTPResource URI steward;

  @Test
  void everybodyIsSeenWithTheNameOfTheirWorkspace() {
    Batch batch = Batch.of(registered, 20, 5);

    JsonPath answer = batch.members("PT10S");

    assertThat(answer.getList("items")).hasSize(100);
    assertThat(answer.getList("items.workspace_id", String.class))
        .containsOnly(
            batch.workspaces().stream().map(w -> w.id().toString()).toArray(String[]::new));
    assertThat(answer.getMap("coverage"))
        .containsEntry("total", 20)
        .containsEntry("ok", 20)
        .containsEntry("failed", 0);
  }

  @Test
  void accident2_oneWorkspaceThatAnswers500CostsOneFailure() {
    Batch batch = Batch.of(registered, 30, 3);
    batch.behave(0, "\"fail\":{\"status\":500}");

    JsonPath answer = batch.members("PT10S");

    assertThat(answer.getList("items")).hasSize(87);
    assertThat(answer.getMap("coverage")).containsEntry("ok", 29).containsEntry("failed", 1);
    assertThat(answer.getString(FAILURES + "[0].code")).isEqualTo("UPSTREAM_ERROR");
    assertThat(answer.getString(FAILURES + "[0].workspace_id"))
        .isEqualTo(batch.get(0).id().toString());
  }

  @Test
  void accident13_aRepeatedAndATrailingCursorEndTheListAndItIsRight() {
    Batch repeating = Batch.of(registered, 1, 25);
    repeating.behave(0, "\"repeat_cursor\":true");
    Batch trailing = Batch.of(registered, 1, 100);

    assertThat(repeating.members("PT10S").getList("items")).hasSize(25);
    assertThat(trailing.members("PT10S").getList("items")).hasSize(100);
  }

  @Test
  void aListThatCannotBeReadToItsEndIsAFailureAndNotAShorterList() {
    Batch batch = Batch.of(registered, 1, 150);
    batch.behave(0, "\"repeat_cursor\":true");

    JsonPath answer = batch.members("PT10S");

    assertThat(answer.getList("items")).isEmpty();
    assertThat(answer.getString(FAILURES + "[0].code")).isEqualTo("UPSTREAM_INVALID");
  }

  @Test
  void accident14_workspacesThatCannotBeReadAreNamedAndNotCounted() {
    Batch batch = Batch.of(registered, 12, 4);
    batch.behave(1, "\"fail\":{\"status\":200,\"garbage\":\"truncated\"}");
    batch.behave(2, "\"fail\":{\"status\":403,\"body\":\"error code: 1010\"}");
    batch.behave(3, "\"fail\":{\"status\":200,\"garbage\":\"oversized\"}");

    JsonPath answer = batch.members("PT10S");

    assertThat(answer.getList("items")).hasSize(36);
    assertThat(answer.getMap("coverage"))
        .containsEntry("total", 12)
        .containsEntry("ok", 9)
        .containsEntry("failed", 3);
    assertThat(answer.getList(FAILURES + ".code", String.class)).containsOnly("UPSTREAM_INVALID");
    assertThat(answer.getList(FAILURES + ".workspace_id", String.class))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.of(1, 2, 3).mapToObj(i -> batch.get(i).id().toString()).toList());
  }

  @Test
  void accident19_retriesPassTheSamePacingAsFirstTries() throws Exception {
    // Given a workspace where every other call fails, and which itself does not limit anything
    Batch batch = Batch.of(registered, 1, 3);
    batch.behave(
        0,
        "\"fail\":{\"status\":500,\"rate\":0.5},"
            + "\"limits\":{\"per_second\":10000,\"per_minute\":10000}");
    Callable<List<ObjectNode>> read =
        () ->
            instantly
                .in(batch.get(0), Deadline.in(Duration.ofSeconds(30)))
                .list(Listing.MEMBERS, Map.of());
    // When 250 calls are wanted at once
    long began = System.currentTimeMillis();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(Stream.generate(() -> read).limit(250).toList());
    }
    // Then there were retries, and no call arrived in a second that others had used up. However
    // long a busy machine keeps calls on their way, none is early.
    List<Long> arrivals =
        SandboxControl.journal(batch.instantlyId(0)).stream()
            .map(SandboxCall::atMs)
            .sorted()
            .toList();
    assertThat(arrivals).hasSizeGreaterThan(270);
    for (int i = 0; i < arrivals.size(); i++) {
      assertThat(arrivals.get(i) - began).isGreaterThanOrEqualTo(i / 100 * 1000L - 1);
    }
  }

  @Test
  void accident20_and_accident23_theWholeListIsReadByTheLargestPagesThereAre() {
    Batch batch = Batch.of(registered, 1, 156);

    assertThat(batch.members("PT10S").getList("items")).hasSize(156);
    assertThat(SandboxControl.journal(batch.instantlyId(0))).hasSize(2);
  }

  @Test
  void accident22_aDeletionIsTakenByAServerThatInsistsOnNoBody() {
    Batch batch = Batch.of(registered, 1, 4);
    InstantlyWorkspace bound = instantly.in(batch.get(0), Deadline.in(Duration.ofSeconds(10)));
    String last = bound.list(Listing.MEMBERS, Map.of()).getLast().path("id").asText();

    bound.delete(Listing.MEMBERS.one(last));

    assertThat(bound.list(Listing.MEMBERS, Map.of())).hasSize(3);
  }

  @Test
  void accident25_anIgnoredHeaderShowsNothingAndWritesNothing() {
    SandboxWorkspace sub = SandboxControl.workspace();
    SandboxWorkspace group =
        SandboxControl.workspace("{\"group_admin_of\":[\"%s\"]}".formatted(sub.id()));
    Workspace admin = registered.workspace(group.id(), group.apiKey());
    Workspace delegated = registered.delegated(sub.id(), admin);
    InstantlyWorkspace bound = instantly.in(delegated, Deadline.in(Duration.ofSeconds(10)));
    assertThat(bound.list(Listing.MEMBERS, Map.of())).hasSize(1);

    SandboxControl.behaviour(
        "{\"workspace_id\":\"%s\",\"ignore_as_workspace\":true}".formatted(sub.id()));

    for (Callable<?> call :
        List.<Callable<?>>of(
            () -> bound.list(Listing.MEMBERS, Map.of()),
            () -> bound.list(Listing.GROUP_MEMBERS, Map.of()),
            () -> bound.get(Listing.MEMBERS.one("019b0000-0000-7000-8000-000000000000")),
            () -> bound.delete(Listing.MEMBERS.one("019b0000-0000-7000-8000-000000000000")),
            () -> bound.createKey("bot", List.of("leads:read")))) {
      assertThatThrownBy(call::call)
          .isInstanceOfSatisfying(
              InstantlyException.class,
              e -> assertThat(e.failure()).isEqualTo(new InstantlyFailure.WrongIdentity()));
    }
    assertThat(SandboxControl.journal(group.id()))
        .extracting(SandboxCall::method)
        .containsOnly("GET");
  }

  @Test
  void aLinkThatIsNotAcceptedAnyMoreShutsTheSubOffAndNotTheAdmin() {
    SandboxWorkspace sub = SandboxControl.workspace();
    SandboxWorkspace other = SandboxControl.workspace();
    Workspace admin = registered.workspace(other.id(), other.apiKey());
    Workspace delegated = registered.delegated(sub.id(), admin);
    InstantlyWorkspace bound = instantly.in(delegated, Deadline.in(Duration.ofSeconds(10)));

    assertThatThrownBy(() -> bound.list(Listing.MEMBERS, Map.of()))
        .isInstanceOfSatisfying(
            InstantlyException.class,
            e -> assertThat(e.failure()).isEqualTo(new InstantlyFailure.LinkRefused()));

    assertThat(state(delegated)).isEqualTo(WorkspaceState.CREDENTIAL_INVALID);
    assertThat(state(admin)).isEqualTo(WorkspaceState.ACTIVE);
  }

  @Test
  void accident26_a402OnOneFeatureLeavesTheStateAndALapsedPlanComesBack() {
    Batch batch = Batch.of(registered, 2, 3);
    batch.behave(
        0,
        "\"match\":{\"method\":\"GET\",\"path\":\"/workspace-members\"},"
            + "\"fail\":{\"status\":402,\"message\":\"Needs Hypergrowth\"}");
    SandboxControl.patch(batch.instantlyId(1), "{\"plan_active\":false}");

    JsonPath answer = batch.members("PT10S");

    assertThat(answer.getList(FAILURES + ".code", String.class))
        .containsExactlyInAnyOrder("PLAN_FEATURE_REQUIRED", "WORKSPACE_PLAN_INACTIVE");
    assertThat(state(batch.get(0))).isEqualTo(WorkspaceState.ACTIVE);
    assertThat(state(batch.get(1))).isEqualTo(WorkspaceState.PLAN_INACTIVE);

    // And it is not asked any more, until it pays and somebody looks
    int asked = SandboxControl.journal(batch.instantlyId(1)).size();
    assertThat(batch.members("PT10S").getString("coverage.skipped_workspaces[0].code"))
        .isEqualTo("WORKSPACE_PLAN_INACTIVE");
    assertThat(SandboxControl.journal(batch.instantlyId(1))).hasSize(asked);
    SandboxControl.patch(batch.instantlyId(1), "{\"plan_active\":true}");
    Workspace lapsed = workspaces.findNow(batch.get(1).id()).orElseThrow();
    instantly.probing(lapsed, Deadline.in(Duration.ofSeconds(10))).get("/workspaces/current");

    assertThat(state(lapsed)).isEqualTo(WorkspaceState.ACTIVE);
  }

  @Test
  void aKeyThatIsRevokedIsFoundDeadByASecondLook() {
    SandboxWorkspace one = SandboxControl.workspace();
    Workspace workspace = registered.workspace(one.id(), one.apiKey() + "x");

    assertThatThrownBy(() ->
            instantly
                .in(workspace, Deadline.in(Duration.ofSeconds(10)))
                .list(Listing.MEMBERS, Map.of()))
        .isInstanceOfSatisfying(
            InstantlyException.class,
            e -> assertThat(e.failure()).isEqualTo(new InstantlyFailure.KeyInvalid()));

    assertThat(state(workspace)).isEqualTo(WorkspaceState.CREDENTIAL_INVALID);
    assertThatThrownBy(() ->
            instantly.in(
                workspaces.findNow(workspace.id()).orElseThrow(),
                Deadline.in(Duration.ofSeconds(10))))
        .hasMessageContaining("WORKSPACE_CREDENTIAL_INVALID");
  }

  @Test
  void aMissingScopeIsSaidAndTheStateStays() {
    var seeded =
        SandboxControl.seeded(
            "{\"api_keys\":[{\"name\":\"narrow\",\"scopes\":[\"campaigns:read\"]}]}");
    String key = seeded.path("api_keys").path(0).path("key").asText();
    Workspace workspace = registered.workspace(seeded.path("workspace_id").asText(), key);

    assertThatThrownBy(() ->
            instantly
                .in(workspace, Deadline.in(Duration.ofSeconds(10)))
                .list(Listing.MEMBERS, Map.of()))
        .isInstanceOfSatisfying(
            InstantlyException.class,
            e ->
                assertThat(e.problem().members())
                    .containsEntry("required", List.of("workspace_members:read")));

    Workspace now = workspaces.findNow(workspace.id()).orElseThrow();
    assertThat(now.state()).isEqualTo(WorkspaceState.ACTIVE);
    assertThat(now.condition(Condition.Type.SCOPES).orElseThrow().missing())
        .containsExactly("workspace_members:read");
  }

  @Test
  void stragglersAreNamedWhenTheDeadlineIsThere() {
    Batch batch = Batch.of(registered, 40, 3);
    batch.members("PT10S");
    for (int i = 0; i < 4; i++) {
      batch.behave(i, "\"hang\":true");
    }
    long began = System.nanoTime();

    JsonPath answer = batch.members("PT1S");

    Duration took = Duration.ofNanos(System.nanoTime() - began);
    assertThat(took).isBetween(Duration.ofMillis(950), Duration.ofSeconds(4));
    assertThat(answer.getList("items")).hasSize(108);
    assertThat(answer.getList(FAILURES + ".code", String.class))
        .hasSize(4)
        .containsOnly("UPSTREAM_TIMEOUT");
    assertThat(answer.getList(FAILURES + ".workspace_id", String.class))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 4).mapToObj(i -> batch.get(i).id().toString()).toList());
    assertNoCallIsLeft();
  }

  @Test
  void aClientThatHangsUpLeavesNoCallBehind() throws IOException {
    Batch batch = Batch.of(registered, 20, 3);
    for (int i = 0; i < 19; i++) {
      batch.behave(i, "\"hang\":true");
    }
    try (var socket = new Socket(steward.getHost(), steward.getPort())) {
      String request =
          """
          GET /v1/members?format=ndjson&deadline=PT60S&selector=%s HTTP/1.1\r
          Host: localhost\r
          Authorization: %s\r
          \r
          """
              .formatted(
                  batch.selector().replace("=", "%3D"), Tokens.bearer("ann", "agency-admin"));
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().read()).isNotNegative();
      await().until(() -> callsInFlight() == 19);
    }

    assertNoCallIsLeft();
  }

  private void assertNoCallIsLeft() {
    await().atMost(Duration.ofSeconds(2)).until(() -> callsInFlight() == 0);
  }

  private double callsInFlight() {
    return meters.get("steward.instantly.calls.in.flight").gauge().value();
  }

  private WorkspaceState state(Workspace workspace) {
    return workspaces.findNow(workspace.id()).orElseThrow().state();
  }
}
