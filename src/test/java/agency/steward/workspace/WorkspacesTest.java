package agency.steward.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class WorkspacesTest {
  @Inject Workspaces workspaces;
  @Inject WorkspaceRegistry registry;
  @Inject Registered registered;
  @Inject DataSource database;
  @Inject Refresh refresh;
  @Inject WorkspaceCache cache;

  private static final Duration AGES = Duration.ofDays(1);

  private final String prefix = "wt" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aWorkspaceIsFoundAsItWasRegistered() {
    Workspace made = registered.onPaper(prefix + "-1", Map.of("tier", "gold"));

    assertThat(workspaces.find(made.id())).contains(made);
    assertThat(workspaces.findNow(made.id())).contains(made);
    assertThat(made.state()).isEqualTo(WorkspaceState.ACTIVE);
  }

  @Test
  void aSelectorPicksInTheDatabaseWhatSomebodyMaySee() {
    Workspace gold = registered.onPaper(prefix + "-1", Map.of("run", prefix, "tier", "gold"));
    Workspace silver = registered.onPaper(prefix + "-2", Map.of("run", prefix, "tier", "silver"));
    var selector = Optional.of(Selector.parse("run=" + prefix + ",tier!=gold"));

    assertThat(workspaces.matching(new Visibility.Everything(), selector)).containsExactly(silver);
    assertThat(workspaces.matching(granted(Set.of(gold.id()), List.of()), selector)).isEmpty();
    assertThat(workspaces.matching(granted(Set.of(), List.of()), selector)).isEmpty();
    assertThat(
            workspaces.matching(
                granted(Set.of(gold.id()), List.of(Selector.parse("tier=silver,run=" + prefix))),
                Optional.empty()))
        .containsExactlyInAnyOrder(gold, silver);
  }

  @Test
  void anEditThatChangesNothingIsNoNewRevision() {
    Workspace made = registered.onPaper(prefix + "-1", Map.of("run", prefix, "tier", "gold"));
    var same =
        new WorkspaceEdit(
            Optional.of(made.name()),
            new WorkspaceEdit.ExternalId.Keep(),
            Map.of("tier", Optional.of("gold")));

    Optional<Workspace> answered =
        QuarkusTransaction.requiringNew()
            .call(() -> registry.edit(made.id(), any -> true, same, Instant.now()));

    assertThat(answered).contains(made);
    assertThat(workspaces.findNow(made.id())).contains(made);
  }

  @Test
  void whatSomebodyMeansIsFoundByIdExternalIdAndNameButNeverWhatTheyMayNotSee() {
    Workspace one = registered.onPaper(prefix + "-1", Map.of("run", prefix));
    Workspace two = registered.onPaper(prefix + "-2", Map.of("run", prefix));
    Workspace twin = called(two.name(), prefix + "-x");
    Workspace other = registered.onPaper(prefix + "-3", Map.of("run", prefix));
    var everything = new Visibility.Everything();
    var granted =
        new Visibility.Granted(
            Set.of(two.id()), List.of(Selector.parse("none=" + prefix + "-of-them")));

    assertThat(workspaces.called(everything, Set.of(one.id().toString(), two.name())))
        .containsExactlyInAnyOrder(one, two, twin);
    assertThat(workspaces.called(everything, Set.of(prefix + "-x"))).containsExactly(twin);
    assertThat(
            workspaces.called(
                granted, Set.of(one.id().toString(), two.name(), other.name(), prefix + "-x")))
        .containsExactly(two);
    assertThat(workspaces.called(everything, Set.of())).isEmpty();
  }

  @Test
  void whatNoWorkspaceCanBeCalledIsNotFoundAmongFiveThousandNames() {
    Workspace made = registered.onPaper(prefix + "-1", Map.of());
    Set<String> names =
        Stream.concat(
                Stream.of(made.name(), "", "nul\u0000", "half \ud800", "\",[]\\ {}", ":p0 ?"),
                IntStream.range(0, 5_000).mapToObj(i -> prefix + " nobody " + i))
            .collect(Collectors.toSet());

    assertThat(workspaces.called(new Visibility.Everything(), names)).containsExactly(made);
  }

  private Workspace called(String name, String externalId) {
    Workspace like = registered.onPaper(externalId + "-like", Map.of());
    var named =
        new NewWorkspace(
            new WorkspaceId(UUID.randomUUID()),
            new InstantlyWorkspaceId(externalId),
            name,
            name,
            Optional.of(externalId),
            Map.of(),
            like.credential(),
            like.conditions(),
            like.createdAt());
    return QuarkusTransaction.requiringNew().call(() -> registry.add(named));
  }

  @Test
  void theSameInstantlyWorkspaceCannotBeRegisteredTwice() {
    registered.onPaper(prefix + "-1", Map.of());

    assertThatThrownBy(() -> registered.onPaper(prefix + "-1", Map.of()))
        .hasMessageContaining("WORKSPACE_ALREADY_REGISTERED");
  }

  @Test
  void whoExchangesACredentialThatIsNoLongerThePresentOneIsToldWhenToTryAgain() {
    Workspace made = registered.onPaper(prefix + "-1", Map.of());
    var stale = new Credential.OwnKey(Optional.empty(), "sha256:000000000000", 7, Instant.now());

    assertThatThrownBy(() ->
            inTransaction(() ->
                registry.exchange(
                    made.id(), stale, made.credential(), made.conditions(), Instant.now())))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(ProblemCode.SUBJECT_BUSY);
              assertThat(e.problem().retryAfter()).contains(Duration.ofSeconds(1));
            });
  }

  @Test
  void theStateFollowsFromWhatWasObserved() {
    WorkspaceId id = registered.onPaper(prefix + "-1", Map.of()).id();
    Instant then = now();

    workspaces.observe(id, broken(Condition.Type.PLAN, "WORKSPACE_PLAN_INACTIVE", then));
    assertThat(state(id)).isEqualTo(WorkspaceState.PLAN_INACTIVE);

    workspaces.observe(id, broken(Condition.Type.CREDENTIAL, "WORKSPACE_CREDENTIAL_INVALID", then));
    assertThat(state(id)).isEqualTo(WorkspaceState.CREDENTIAL_INVALID);

    inTransaction(() -> registry.suspend(id, new Suspension("the client left", "sub:ann", then)));
    assertThat(state(id)).isEqualTo(WorkspaceState.SUSPENDED);

    inTransaction(() -> registry.resume(id, then));
    workspaces.observe(id, Condition.ok(Condition.Type.CREDENTIAL, then));
    workspaces.observe(id, Condition.ok(Condition.Type.PLAN, then));
    assertThat(state(id)).isEqualTo(WorkspaceState.ACTIVE);
  }

  @Test
  void aMissingScopeIsKeptInMindButBreaksNothingElse() {
    WorkspaceId id = registered.onPaper(prefix + "-1", Map.of()).id();

    workspaces.observe(id, Condition.scopesMissing(List.of("workspace_members:read"), now()));
    workspaces.observe(id, Condition.scopesMissing(List.of("api_keys:read"), now()));

    Workspace seen = workspaces.find(id).orElseThrow();
    assertThat(seen.state()).isEqualTo(WorkspaceState.ACTIVE);
    assertThat(seen.condition(Condition.Type.SCOPES).orElseThrow().missing())
        .containsExactly("api_keys:read", "workspace_members:read");
  }

  @Test
  void seeingTheSameAgainChangesNothingButALookOvertakenByALaterOneDoesNotCountEither() {
    Workspace before = registered.onPaper(prefix + "-1", Map.of());
    Instant later = now();

    workspaces.observe(before.id(), Condition.ok(Condition.Type.PLAN, later));
    assertThat(workspaces.findNow(before.id())).contains(before);

    workspaces.observe(
        before.id(), broken(Condition.Type.PLAN, "WORKSPACE_PLAN_INACTIVE", Instant.EPOCH));
    assertThat(workspaces.findNow(before.id())).contains(before);
  }

  @Test
  void aConditionRemembersSinceWhen() {
    WorkspaceId id = registered.onPaper(prefix + "-1", Map.of()).id();
    Instant first = now();

    workspaces.observe(id, broken(Condition.Type.PLAN, "WORKSPACE_PLAN_INACTIVE", first));
    workspaces.observe(
        id, broken(Condition.Type.PLAN, "WORKSPACE_PLAN_INACTIVE", first.plusSeconds(9)));

    assertThat(workspaces.findNow(id).orElseThrow().condition(Condition.Type.PLAN).orElseThrow())
        .extracting(Condition::since, Condition::code)
        .containsExactly(first, "WORKSPACE_PLAN_INACTIVE");
  }

  @Test
  void whatHasNotChangedIsNotReadAgain() {
    registered.onPaper(prefix + "-1", Map.of("run", prefix));

    Workspace first = all().getFirst();

    assertThat(all().getFirst()).isSameAs(first);
  }

  @Test
  void whatAnotherReplicaHasChangedIsRead() throws SQLException {
    Workspace one = registered.onPaper(prefix + "-1", Map.of("run", prefix));
    Workspace two = registered.onPaper(prefix + "-2", Map.of("run", prefix));
    registered.onPaper(prefix + "-3", Map.of("run", prefix));
    assertThat(all()).hasSize(3);

    elsewhere("UPDATE workspace SET name = 'Renamed', revision = revision + 1 WHERE id = ?", one);
    elsewhere("UPDATE workspace SET labels = '{}', revision = revision + 1 WHERE id = ?", two);

    assertThat(all()).extracting(Workspace::name).hasSize(2).contains("Renamed");
  }

  @Test
  void thatAnotherReplicaHasLookedAgainIsReadToo() throws SQLException {
    Workspace one = registered.onPaper(prefix + "-1", Map.of("run", prefix));
    assertThat(all()).containsExactly(one);

    elsewhere(
        "UPDATE workspace SET conditions = jsonb_set(conditions, '{PLAN,checked_at}', '\"2030-01-01T00:00:00Z\"')"
            + " WHERE id = ?",
        one);

    assertThat(all().getFirst().condition(Condition.Type.PLAN).orElseThrow().checkedAt())
        .isEqualTo("2030-01-01T00:00:00Z");
  }

  @Test
  void whatAnotherReplicaHasDoneToAWorkspaceThatIsCalledIsSeenInTheNextRound() throws SQLException {
    Workspace one = registered.onPaper(prefix + "-1", Map.of());
    assertThat(workspaces.find(one.id())).contains(one);

    elsewhere("UPDATE workspace SET name = 'Renamed', revision = revision + 1 WHERE id = ?", one);
    refresh.round();

    assertThat(cache.get(one.id(), AGES)).map(Workspace::name).contains("Renamed");
  }

  @Test
  void aWorkspaceThatWasCalledAMinuteAgoIsStillLookedAt() throws SQLException {
    Workspace one = registered.onPaper(prefix + "-1", Map.of());
    assertThat(workspaces.find(one.id())).contains(one);
    IntStream.range(0, 149).forEach(_ -> refresh.round()); // of 0.4 s

    elsewhere("UPDATE workspace SET name = 'Renamed', revision = revision + 1 WHERE id = ?", one);
    refresh.round();

    assertThat(cache.get(one.id(), AGES)).map(Workspace::name).contains("Renamed");
  }

  @Test
  void aWorkspaceThatIsNotCalledAnyMoreIsNotLookedAtForEver() throws SQLException {
    Workspace one = registered.onPaper(prefix + "-1", Map.of());
    assertThat(workspaces.find(one.id())).contains(one);
    IntStream.range(0, 300).forEach(_ -> refresh.round());

    elsewhere("UPDATE workspace SET name = 'Renamed', revision = revision + 1 WHERE id = ?", one);
    refresh.round();

    assertThat(cache.get(one.id(), AGES)).contains(one);
  }

  private List<Workspace> all() {
    var selector = Optional.of(Selector.parse("run=" + prefix));
    return workspaces.matching(new Visibility.Everything(), selector);
  }

  /** Without this replica's hearing of it. */
  private void elsewhere(String sql, Workspace workspace) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, workspace.id().value());
      assertThat(update.executeUpdate()).isOne();
    }
  }

  private static Condition broken(Condition.Type type, String code, Instant at) {
    return Condition.broken(type, code, "seen by a test", at);
  }

  private static Visibility granted(Set<WorkspaceId> ids, List<Selector> selectors) {
    return new Visibility.Granted(ids, selectors);
  }

  private WorkspaceState state(WorkspaceId id) {
    return workspaces.find(id).orElseThrow().state();
  }

  /** After the registration in any case, and as fine as the database keeps it. */
  private static Instant now() {
    return Instant.now().plusSeconds(1).truncatedTo(java.time.temporal.ChronoUnit.MICROS);
  }

  private static void inTransaction(Runnable work) {
    QuarkusTransaction.requiringNew().run(work);
  }
}
