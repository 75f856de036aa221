package agency.steward.member.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.attempt.Looks;
import agency.steward.changeset.decision.Going;
import agency.steward.changeset.decision.WhenAllowed;
import agency.steward.changeset.lane.claim.LaneWork;
import agency.steward.changeset.planning.PlanWork;
import agency.steward.changeset.settle.Settling;
import agency.steward.member.Tenant;
import agency.steward.testing.CutOffPostgres;
import agency.steward.testing.Registered;
import agency.steward.testing.Scarcity;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to sets, and to their workspaces: what is said of a row is so at Instantly. */
@QuarkusTest
@TestProfile(Scarcity.class)
class TruthOfSetsTest {
  private static final int STEPS = 45;
  private static final List<Duration> TIMES =
      List.of(Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofMinutes(20));

  @Inject Registered registered;
  @Inject LaneWork work;
  @Inject Settling settling;
  @Inject Looks looks;
  @Inject Going going;
  @Inject WhenAllowed allowed;
  @Inject PlanWork plans;

  CutOffPostgres postgres;

  private Random dice;

  /** More of them by {@code -Dlives=100 -Dlives.from=1}. */
  static Stream<Long> seeds() {
    return seeds(1);
  }

  static Stream<Long> undos() {
    return seeds(2);
  }

  private static Stream<Long> seeds(int each) {
    long from = Long.getLong("lives.from", 1);
    return LongStream.range(from, from + each * Long.getLong("lives", 1)).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsSaidIsSo(long seed) {
    dice = new Random(seed);
    work.workOff();
    String who = UUID.randomUUID().toString();
    var log = new ArrayList<String>();
    var places =
        Stream.of(
                Tenant.of(
                    registered,
                    "zoe admin",
                    "yan admin",
                    "p1 view",
                    "p2 editor",
                    "p3 view pending"),
                Tenant.of(registered, "zoe admin", "p1 view", "p2 view", "p3 editor"))
            .map(tenant -> new Premises(tenant, registered, dice, log::add))
            .toList();
    var workspaces = places.stream().map(place -> place.tenant().workspace()).toList();
    var crew = new Crew(dice, work, postgres, workspaces, log::add);
    var life = new TrueLife(dice, who, places, crew, work, plans, this::passes, log::add);
    var truth = new Chronicle(places);
    try {
      for (int i = 1; i <= STEPS; i++) {
        truth.after(life.step(), life.all());
        if (i % 9 == 0) {
          life.sets().forEach(ShownSet::check);
        }
      }
      life.calm();
      truth.after(true, life.all());
      settled(life, truth);
      life.sets().forEach(ShownSet::checkOver);
      assertThat(work.leftIn(workspaces)).isZero();
      truth.check();
      places.forEach(Calls::check);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("with seed " + seed + ":\n" + String.join("\n", log), e);
    }
  }

  /** Also where replicas die in between. */
  @ParameterizedTest
  @MethodSource("undos")
  void whatIsUndoneIsAsBefore(long seed) {
    dice = new Random(seed);
    work.workOff();
    String who = UUID.randomUUID().toString();
    Tenant tenant =
        Tenant.of(registered, "zoe admin", "yan admin", "p1 view", "p2 editor", "p3 view pending");
    String more =
        "{\"email\":\"p4@x.example\",\"role\":\"editor\",\"permissions\":[\"unibox.all\"],\"nickname\":\"Pip\"}";
    Person.send(tenant.sandbox(), "POST", "/workspace-members", more).then().statusCode(200);
    var before = lasting(tenant);
    var life = new UndoneLife(dice, "ann-" + who, "eve-" + who, tenant, work);
    try {
      life.lives(set -> settling.settle(set, looks, TIMES.getLast()));
      if (life.isUndone()) {
        assertThat(lasting(tenant)).isEqualTo(before);
      }
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("with seed " + seed + ":\n" + life.story(), e);
    }
  }

  private static List<String> lasting(Tenant tenant) {
    return Person.of(tenant.sandbox()).stream().map(Person::lasting).sorted().toList();
  }

  /** A while, for one set; or its plan grows too old. */
  private void passes(ShownSet shown) {
    String id = shown.set().id();
    switch (dice.nextInt(6)) {
      case 0 -> {
        work.expired(id);
        going.expire();
      }
      case 1, 2 -> {
        work.rested(id);
        going.finishOver();
        allowed.go();
      }
      default -> settling.settle(id, looks, TIMES.get(dice.nextInt(TIMES.size())));
    }
  }

  private void settled(TrueLife life, Chronicle truth) {
    for (int i = 0; i < TIMES.size(); i++) {
      life.sets().forEach(shown -> work.rested(shown.set().id()));
      work.workOff();
      truth.after(true, life.all());
      life.sets().forEach(ShownSet::check);
    }
    life.all().forEach(shown -> settling.settle(shown.set().id(), looks, TIMES.getLast()));
    truth.after(true, life.all());
  }
}
