package agency.steward.link;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.ids.Ids;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.WorkspaceId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replicas are memories of their own over one table; the time is moved by hand. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class LinkMemoryTest {
  private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

  /** A clock that stands still. */
  private static final class StandingClock extends Clock {
    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private record Terms(Duration remember, Duration askWithin) implements LinkConfig {}

  @Inject LinkStore store;
  @Inject Registered registered;

  private final StandingClock clock = new StandingClock();
  private LinkMemory memory;
  private LinkMemory replica;
  private WorkspaceId workspace;

  @BeforeEach
  void open() {
    memory = replica();
    replica = replica();
    workspace = registered.onPaper("linked-" + UUID.randomUUID(), Map.of()).id();
  }

  private LinkMemory replica() {
    return new LinkMemory(store, new Terms(Duration.ofMinutes(15), Duration.ofSeconds(1)), clock);
  }

  private void pass(Duration time) {
    clock.now = clock.now.plus(time);
  }

  @Test
  void whatOneReplicaHasSeenAllKnowWithinASecond() {
    assertThat(replica.recall(workspace)).isEmpty();
    memory.note(workspace, true, clock.now);

    assertThat(memory.recall(workspace)).contains(true);
    pass(Duration.ofSeconds(1));
    assertThat(replica.recall(workspace)).contains(true);
    assertThat(replica().recall(workspace)).contains(true);
  }

  @Test
  void itIsForgottenWhenItIsTooOld() {
    memory.note(workspace, false, clock.now);
    pass(Duration.ofMinutes(15).minusMillis(1));
    assertThat(memory.recall(workspace)).contains(false);
    assertThat(replica.recall(workspace)).contains(false);

    pass(Duration.ofMillis(1));

    assertThat(memory.recall(workspace)).isEmpty();
    assertThat(replica.recall(workspace)).isEmpty();
  }

  @Test
  void theLaterLookCountsInWhateverOrderTheyCome() {
    memory.write(workspace, true, clock.now);
    replica.note(workspace, false, clock.now.minusMillis(1));

    pass(Duration.ofSeconds(1));

    assertThat(memory.recall(workspace)).contains(true);
    assertThat(replica.recall(workspace)).contains(true);
  }

  @Test
  void oldNewsIsWrittenAgainOnlyNowAndThen() {
    memory.note(workspace, false, clock.now);
    pass(Duration.ofMinutes(1));
    memory.note(workspace, false, clock.now);
    assertThat(store.since(START)).doesNotContainKey(workspace);

    pass(Duration.ofMinutes(4));
    memory.note(workspace, false, clock.now);

    assertThat(store.since(START)).containsKey(workspace);
  }

  @Test
  void aWorkspaceThatIsForgottenLeavesNothing() {
    var gone = new WorkspaceId(Ids.next());

    memory.note(gone, true, clock.now);

    assertThat(store.since(START.minusSeconds(1))).doesNotContainKey(gone);
  }
}
