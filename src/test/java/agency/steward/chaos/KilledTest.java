package agency.steward.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.chaos.wire.Moment;
import agency.steward.chaos.wire.Side;
import agency.steward.chaos.wire.Step;
import agency.steward.chaos.wire.Trap;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code kill -9} at every point of a row's way, several times, and at random moments. */
@Tag("chaos")
class KilledTest {
  private static final Options OPTIONS = Options.asked();
  private static final Table TABLE = new Table();
  private static Rig rig;
  private static Run run;
  private static final Map<Errand, Calm> CALM = new EnumMap<>(Errand.class);

  /** What an errand comes past when nothing happens. */
  private record Calm(Map<Step, int[]> counts, int moments) {}

  @BeforeAll
  static void start() {
    say("seed %d".formatted(OPTIONS.seed()));
    rig = Rig.shared();
    run = new Run(rig);
    say("Steward runs; its log is " + rig.steward().log());
    errands().forEach(KilledTest::look);
  }

  @AfterAll
  static void end() {
    TABLE.write("kills.md", OPTIONS.seed());
    say("\n" + TABLE);
  }

  private static List<Errand> errands() {
    return Stream.of(Errand.values()).filter(OPTIONS::wants).toList();
  }

  private static void look(Errand errand) {
    Verdict verdict = run.calm(errand);
    Trap trap = rig.steward().wires().trap();
    var counts = new EnumMap<Step, int[]>(Step.class);
    for (Step step : Step.values()) {
      counts.put(step, new int[] {trap.counted(step, Side.BEFORE), trap.counted(step, Side.AFTER)});
    }
    CALM.put(errand, new Calm(counts, trap.moments()));
    say("%s, nothing happens: %s, %d moments".formatted(errand, verdict, trap.moments()));
    assertThat(verdict.isGood()).as(verdict.toString()).isTrue();
  }

  @Test
  void nothingIsLostOrDoneTwiceWhereverOnARowsWayItIsKilled() {
    for (Step step : Step.values()) {
      for (Side side : Side.values()) {
        if (OPTIONS.wants(label(step, side))) {
          at(step, side);
        }
      }
    }
    assertThat(TABLE.isGood()).as("see the table").isTrue();
  }

  private static String label(Step step, Side side) {
    if (step.isCall()) {
      return step + (side == Side.BEFORE ? ": on arrival" : ": done, not answered");
    }
    return step + (side == Side.BEFORE ? ": before the commit" : ": after the commit");
  }

  private static void at(Step step, Side side) {
    String label = label(step, side);
    List<Errand> able = errands().stream().filter(errand -> errand.takes(step)).toList();
    for (int i = 0; i < OPTIONS.runs() && !able.isEmpty(); i++) {
      Random random = random(label, i);
      Errand errand = able.get((i + step.ordinal()) % able.size());
      int seen = CALM.get(errand).counts().get(step)[side.ordinal()];
      int nth = 1 + random.nextInt(Math.max(1, seen));
      judged(label, errand, moment -> moment.isAt(step, side), nth);
    }
  }

  @Test
  void nothingIsLostOrDoneTwiceAtWhateverMomentItIsKilled() {
    List<Errand> able = errands();
    for (int i = 0; i < OPTIONS.random() && OPTIONS.wants("random moment"); i++) {
      Random random = random("random", i);
      Errand errand = able.get(i % able.size());
      int nth = 1 + random.nextInt(CALM.get(errand).moments());
      judged("random moment", errand, moment -> true, nth);
    }
    assertThat(TABLE.isGood()).as("see the table").isTrue();
  }

  /** Each draws from its own numbers, so that it can be repeated without the others. */
  private static Random random(String label, int nth) {
    return new Random(OPTIONS.seed() * 31 + label.hashCode() * 17L + nth);
  }

  /** What comes later in one run than in another is waited for at an earlier one. */
  private static void judged(String label, Errand errand, Predicate<Moment> at, int nth) {
    Verdict verdict = neverReached();
    for (int n = nth; n > 0; n = n == 1 ? 0 : n / 2) {
      Optional<Verdict> found = attempt(errand, at, n);
      if (found.isPresent()) {
        verdict = found.get();
        say("%s, %s, no. %d: %s".formatted(label, errand, n, verdict));
        break;
      }
    }
    TABLE.add(label, verdict);
  }

  private static Optional<Verdict> attempt(Errand errand, Predicate<Moment> at, int nth) {
    try {
      return run.killed(errand, at, nth);
    } catch (AssertionError stuck) {
      return Optional.of(failed(stuck.getMessage() + "; log: " + rig.steward().log()));
    }
  }

  private static Verdict neverReached() {
    return failed("this point was never reached");
  }

  private static Verdict failed(String why) {
    return new Verdict(0, 0, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO, List.of(why));
  }

  private static void say(String line) {
    System.out.println("chaos: " + line);
    System.out.flush();
  }
}
