package agency.steward.changeset.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListMemoryTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final GuardConfig.Shrunk LIMITS = Limits.USUAL.listShrank();

  private static ListMemory.Verdict look(int seen, int now) {
    return new ListMemory(seen, Optional.empty()).look(now, NOW, LIMITS);
  }

  @ParameterizedTest
  @CsvSource({"10,7,false", "10,6,true", "4,1,true", "3,1,false", "100,71,false", "10,20,false"})
  void accident04_aListThatHasLostMuchIsNotBelieved(int seen, int now, boolean doubted) {
    ListMemory.Verdict verdict = look(seen, now);

    assertThat(verdict.violation().isPresent()).isEqualTo(doubted);
    assertThat(verdict.next().seen()).isEqualTo(doubted ? seen : now);
  }

  @Test
  void itIsBelievedOnceItWasSeenAgainTenMinutesLater() {
    ListMemory doubting = look(10, 5).next();

    ListMemory.Verdict tooSoon = doubting.look(5, NOW.plus(Duration.ofMinutes(9)), LIMITS);
    ListMemory.Verdict later = tooSoon.next().look(5, NOW.plus(Duration.ofMinutes(10)), LIMITS);

    assertThat(tooSoon.violation()).isPresent();
    assertThat(later.violation()).isEmpty();
    assertThat(later.next()).isEqualTo(new ListMemory(5, Optional.empty()));
  }

  @Test
  void oneThatGoesOnShrinkingIsLookedAtAnew() {
    ListMemory doubting = look(100, 50).next();

    ListMemory.Verdict less = doubting.look(10, NOW.plus(Duration.ofMinutes(10)), LIMITS);

    assertThat(less.violation()).isPresent();
    assertThat(less.next().look(10, NOW.plus(Duration.ofMinutes(20)), LIMITS).violation())
        .isEmpty();
  }

  @Test
  void oneThatIsWholeAgainWasOnlyHalfShown() {
    ListMemory.Verdict whole = look(10, 5).next().look(10, NOW.plusSeconds(1), LIMITS);

    assertThat(whole.violation()).isEmpty();
    assertThat(whole.next().doubt()).isEmpty();
  }
}
