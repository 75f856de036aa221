package agency.steward.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.chaos.wire.Side;
import agency.steward.chaos.wire.Step;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Steward stands on goes away in the middle of a change set, or does not want to any more. */
@Tag("chaos")
class OutageTest {
  private final Rig rig = Rig.shared();
  private final Run run = new Run(rig);

  @AfterEach
  void allIsWell() {
    rig.instantly().behave("{}");
  }

  @ParameterizedTest
  @EnumSource(names = {"INTENT_STORED", "WRITTEN", "RESULT_STORED"})
  void postgresGoesAwayForAWhile(Step step) {
    Verdict verdict =
        run.disturbed(Errand.ROLES, moment -> moment.isAt(step, Side.BEFORE), 2, this::postgresGoes)
            .orElseThrow();

    said("PostgreSQL gone for %s at \"%s\"".formatted(rig.options().away(), step), verdict);
  }

  private void postgresGoes() {
    var wires = rig.steward().wires();
    wires.postgresGoesAway();
    Thread.ofVirtual()
        .start(() -> {
          LockSupport.parkNanos(rig.options().away().toNanos());
          wires.postgresComesBack();
        });
  }

  /** What Instantly says while it says nothing but 429. */
  enum Storm {
    WITH_RETRY_AFTER(",\"retry_after\":1"),
    WITHOUT_RETRY_AFTER("");

    private final String more;

    Storm(String more) {
      this.more = more;
    }

    String rule() {
      return "{\"fail\":{\"status\":429,\"rate\":0.7,\"times\":60%s}}".formatted(more);
    }
  }

  @ParameterizedTest
  @EnumSource
  void instantlyAnswersAlmostNothingBut429(Storm storm) {
    Verdict verdict =
        run.disturbed(
                Errand.ROLES,
                moment -> moment.isAt(Step.WRITTEN, Side.BEFORE),
                3,
                () -> rig.instantly().behave(storm.rule()))
            .orElseThrow();

    said("429 " + storm, verdict);
  }

  private static void said(String what, Verdict verdict) {
    System.out.println("chaos: " + what + ": " + verdict);
    assertThat(verdict.isGood()).as(verdict.toString()).isTrue();
  }
}
