package agency.steward.instantly.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final RetryRules RULES =
      new RetryRules(
          2, Duration.ofMillis(200), Duration.ofSeconds(5), 0.1, 10, Duration.ofSeconds(30));

  @Test
  void thePauseIsAnythingUpToTwiceAsMuchAsBefore() {
    var least = new Backoff(RULES, () -> 0);
    var most = new Backoff(RULES, () -> 1);

    assertThat(least.beforeRetry(0)).isZero();
    assertThat(most.beforeRetry(0)).isEqualTo(Duration.ofMillis(200));
    assertThat(most.beforeRetry(1)).isEqualTo(Duration.ofMillis(400));
    assertThat(most.beforeRetry(60)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aRefusalIsWaitedOutForAWindowAtLeast() {
    assertThat(new Backoff(RULES, () -> 0).afterRefusal(0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(new Backoff(RULES, () -> 1).afterRefusal(0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(new Backoff(RULES, () -> 1).afterRefusal(9)).isEqualTo(Duration.ofSeconds(5));
  }
}
