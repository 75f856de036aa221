package agency.steward.changeset.lane.pass;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.lane.timing.Line;
import agency.steward.instantly.Deadline;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DepartureTest {
  private static Departure on(Duration freshFor) {
    var line = new Line(64, 100, System::nanoTime);
    line.enter();
    return new Departure(Deadline.in(freshFor), () -> true, line);
  }

  @Test
  void whatHasGoneIsNotTooOldAnyMore() {
    Departure departure = on(Duration.ZERO);

    departure.sent();

    assertThat(departure.holds()).isTrue();
  }

  @Test
  void whatWasRefusedDoesNotGoAgainOnALookThatIsTooOld() {
    Departure departure = on(Duration.ZERO);
    departure.sent();

    departure.refused();

    assertThat(departure.holds()).isFalse();
  }

  @Test
  void butItDoesOnOneThatIsFresh() {
    Departure departure = on(Duration.ofMinutes(1));
    departure.sent();

    departure.refused();

    assertThat(departure.holds()).isTrue();
  }
}
