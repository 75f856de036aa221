package agency.steward.registration.reprobe;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.ids.Ids;
import agency.steward.registration.look.Abreast;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Condition;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class LookStoreTest {
  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final int ALL = 100_000;

  @Inject LookStore store;
  @Inject Workspaces workspaces;
  @Inject Registered registered;

  private WorkspaceId broken() {
    WorkspaceId id = registered.onPaper("look-" + Ids.next(), Map.of()).id();
    workspaces.observe(
        id,
        Condition.broken(
            Condition.Type.PLAN, "WORKSPACE_PLAN_INACTIVE", "seen", Instant.now().plusSeconds(1)));
    return id;
  }

  @Test
  void aBrokenWorkspaceIsDueOnceInEveryInterval() {
    WorkspaceId id = broken();
    Instant now = Instant.now();

    assertThat(store.claim(now, EVERY, ALL)).contains(id);
    assertThat(store.claim(now, EVERY, ALL)).doesNotContain(id);
    assertThat(store.claim(now.plus(EVERY.multipliedBy(8).dividedBy(10)), EVERY, ALL))
        .doesNotContain(id);
    assertThat(store.claim(now.plus(EVERY.multipliedBy(12).dividedBy(10)), EVERY, ALL))
        .contains(id);
  }

  @Test
  void aHealthyOneIsNeverDue() {
    WorkspaceId id = registered.onPaper("look-" + Ids.next(), Map.of()).id();

    assertThat(store.claim(Instant.now(), EVERY, ALL)).doesNotContain(id);
  }

  @Test
  void ofManyReplicasThatClaimAtOnceOneGetsIt() {
    List<WorkspaceId> ids = Stream.generate(this::broken).limit(40).toList();
    Instant now = Instant.now();

    List<WorkspaceId> claimed =
        Abreast.map(IntStream.range(0, 8).boxed().toList(), 8, i -> store.claim(now, EVERY, ALL))
            .stream()
            .flatMap(Collection::stream)
            .filter(ids::contains)
            .toList();

    assertThat(claimed).containsExactlyInAnyOrderElementsOf(ids);
  }
}
