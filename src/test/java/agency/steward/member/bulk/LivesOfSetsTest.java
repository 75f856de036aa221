package agency.steward.member.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.attempt.Looks;
import agency.steward.changeset.decision.Going;
import agency.steward.changeset.decision.WhenAllowed;
import agency.steward.changeset.lane.claim.LaneWork;
import agency.steward.changeset.settle.Settling;
import agency.steward.member.Tenant;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to sets, and in whatever order: what is shown of them fits, and each ends. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class LivesOfSetsTest {
  private static final int STEPS = 40;
  private static final List<Duration> TIMES =
      List.of(Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofMinutes(20));

  @Inject Registered registered;
  @Inject LaneWork work;
  @Inject Settling settling;
  @Inject Looks looks;
  @Inject Going going;
  @Inject WhenAllowed allowed;

  private Random dice;

  @ParameterizedTest
  @ValueSource(longs = {2, 3, 4})
  void everySetComesToItsEnd(long seed) {
    dice = new Random(seed);
    work.workOff();
    String who = UUID.randomUUID().toString();
    var tenants =
        List.of(
            Tenant.of(
                registered, "zoe admin", "yan admin", "p1 view", "p2 editor", "p3 view pending"),
            Tenant.of(registered, "zoe admin", "p1 view", "p2 view", "p3 editor"));
    var life = new RandomLife(dice, "ann-" + who, "eve-" + who, tenants, work, this::passes);
    try {
      for (int i = 1; i <= STEPS; i++) {
        life.step();
        if (i % 8 == 0) {
          life.sets().forEach(ShownSet::check);
        }
      }
      life.calm();
      settled(life.sets());
      life.sets().forEach(ShownSet::checkOver);
      life.sets().forEach(set -> set.checkPages(tenants));
      assertThat(work.leftIn(tenants.stream().map(Tenant::workspace).toList())).isZero();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("with seed " + seed + ":\n" + life.story(), e);
    }
  }

  /** A while, for one set; or its plan grows too old. */
  private void passes(ShownSet shown) {
    String id = shown.set().id();
    switch (dice.nextInt(4)) {
      case 0 -> {
        work.expired(id);
        going.expire();
      }
      case 1 -> {
        work.rested(id);
        going.finishOver();
        allowed.go();
      }
      default -> settling.settle(id, looks, TIMES.get(dice.nextInt(TIMES.size())));
    }
  }

  private void settled(List<ShownSet> sets) {
    for (int i = 0; i < TIMES.size(); i++) {
      sets.forEach(shown -> work.rested(shown.set().id()));
      work.workOff();
      sets.forEach(ShownSet::check);
    }
    sets.forEach(shown -> settling.settle(shown.set().id(), looks, TIMES.getLast()));
  }
}
