package agency.steward.instantly.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
  private final AtomicLong now = new AtomicLong();
  private final RetryBudget budget = new RetryBudget(0.1, 1, now::get);

  private long takes(int tries) {
    return IntStream.range(0, tries).filter(i -> budget.take()).count();
  }

  private void call(int times) {
    IntStream.range(0, times).forEach(i -> budget.call());
  }

  @Test
  void aFewRetriesAreAlwaysAllowed() {
    assertThat(takes(100)).isEqualTo(10);
    assertThat(takes(100)).isZero();

    now.addAndGet(Duration.ofSeconds(3).toNanos());

    assertThat(takes(100)).isEqualTo(3);
  }

  @Test
  void callsEarnATenthOfARetryEach() {
    takes(10);

    call(1000);

    assertThat(takes(1000)).isBetween(99L, 100L);
  }

  @Test
  void whatIsNotUsedIsNotSavedUpForever() {
    call(1_000_000);
    now.addAndGet(Duration.ofDays(1).toNanos());

    assertThat(takes(10_000)).isBetween(1000L, 1010L);
  }
}
