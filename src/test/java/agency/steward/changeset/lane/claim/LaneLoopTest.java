package agency.steward.changeset.lane.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import agency.steward.changeset.decision.Going;
import agency.steward.changeset.decision.WhenAllowed;
import agency.steward.changeset.lane.LaneConfig;
import agency.steward.member.Tenant;
import agency.steward.member.bulk.Asked;
import agency.steward.neighbour.Neighbours;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody has to do anything by hand: a set that was set going goes. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class LaneLoopTest {
  @Inject Registered registered;
  @Inject Lanes lanes;
  @Inject Orphans orphans;
  @Inject Going going;
  @Inject WhenAllowed allowed;
  @Inject LaneWork work;

  @Test
  void aSetThatIsAppliedIsMadeByItself() {
    Tenant tenant = Tenant.of(registered, "zoe admin", "bob view");
    Asked set = applied(tenant);

    assertThatItIsMade(set, tenant, Looks.OFTEN);
  }

  @Test
  void whatADeadReplicaHasLeftIsLookedForAtTheStartAndTakenAtTheEndOfTheEcho() {
    assumeThat(Neighbours.ofThisMachine().self()).isNotEmpty();
    Tenant tenant = Tenant.of(registered, "zoe admin", "bob view");
    Asked set = applied(tenant);
    work.taken(set.id(), tenant.workspace()).ends();

    assertThatItIsMade(set, tenant, Looks.ONCE);
  }

  private static Asked applied(Tenant tenant) {
    String bob = "{\"emails\":[\"bob@x.example\"],\"role\":\"editor\"}";
    return Asked.going("ann-" + UUID.randomUUID(), "role_change", bob, tenant);
  }

  private void assertThatItIsMade(Asked set, Tenant tenant, Looks looks) {
    var loop = new LaneLoop(lanes, orphans, going, allowed, looks);

    loop.start(new StartupEvent());

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> set.view().getString("state").equals("succeeded"));
    loop.stop(new ShutdownEvent());
    assertThat(tenant.role("bob")).isEqualTo("editor");
  }

  /** Twenty times a second, or but once. */
  private enum Looks implements LaneConfig {
    OFTEN(Duration.ofMillis(50)),
    ONCE(Duration.ofHours(1));

    private final Duration every;

    Looks(Duration every) {
      this.every = every;
    }

    @Override
    public int atOnce() {
      return 8;
    }

    @Override
    public int callsPerSecond() {
      return 1_000;
    }

    @Override
    public int rowsInFlight() {
      return 8;
    }

    @Override
    public Duration every() {
      return every;
    }

    @Override
    public Duration lease() {
      return Duration.ofSeconds(10);
    }

    @Override
    public Duration heartbeat() {
      return every;
    }

    @Override
    public Duration freshness() {
      return Duration.ofSeconds(2);
    }

    @Override
    public Duration known() {
      return Duration.ofMinutes(2);
    }

    @Override
    public int tries() {
      return 6;
    }

    @Override
    public int limitedTries() {
      return 12;
    }
  }
}
