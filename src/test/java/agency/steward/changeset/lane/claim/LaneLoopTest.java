package agency.steward.changeset.lane.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import agency.steward.changeset.decision.Going;
import agency.steward.changeset.decision.WhenAllowed;
import agency.steward.changeset.lane.LaneConfig;
import agency.steward.member.Tenant;
import agency.steward.member.bulk.Asked;
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

  @Test
  void aSetThatIsAppliedIsMadeByItself() {
    var loop = new LaneLoop(lanes, orphans, going, allowed, Often.IN_TESTS);
    String ann = "ann-" + UUID.randomUUID();
    Tenant tenant = Tenant.of(registered, "zoe admin", "bob view");
    String body =
        Asked.spec("role_change", "{\"emails\":[\"bob@x.example\"],\"role\":\"editor\"}", tenant);
    Asked set = Asked.planned(ann, Asked.json(Asked.as(ann, "agency-admin"), body), "agency-admin");
    set.apply().then().statusCode(202);

    loop.start(new StartupEvent());

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> set.view().getString("state").equals("succeeded"));
    loop.stop(new ShutdownEvent());
    assertThat(tenant.role("bob")).isEqualTo("editor");
  }

  /** Looks around twenty times a second. */
  private enum Often implements LaneConfig {
    IN_TESTS;

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
      return Duration.ofMillis(50);
    }

    @Override
    public Duration lease() {
      return Duration.ofSeconds(10);
    }

    @Override
    public Duration heartbeat() {
      return Duration.ofMillis(50);
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
  }
}
