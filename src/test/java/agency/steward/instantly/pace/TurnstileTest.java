package agency.steward.instantly.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnstileTest {
  private final Turnstile turnstile = new Turnstile(2);
  private final List<String> inside = Collections.synchronizedList(new ArrayList<>());

  private Thread come(String party) {
    int before = turnstile.waiting();
    Thread thread =
        Thread.startVirtualThread(() -> {
          try {
            turnstile.enter(party);
            inside.add(party);
          } catch (InterruptedException cancelled) {
            inside.add("cancelled");
          }
        });
    await().until(() -> turnstile.waiting() == before + 1);
    return thread;
  }

  @Test
  void whoWaitsIsLetInByTurns() throws InterruptedException {
    turnstile.enter("hog");
    turnstile.enter("hog");
    come("hog");
    come("hog");
    come("ann");
    assertThat(turnstile.waiting("hog")).isEqualTo(2);

    for (int i = 1; i <= 3; i++) {
      int expected = i;
      turnstile.leave();
      await().until(() -> inside.size() == expected);
    }

    assertThat(inside).containsExactly("hog", "ann", "hog");
    turnstile.leave();
    turnstile.leave();
    assertThat(turnstile.inside()).isZero();
  }

  @Test
  void whoGivesUpLeavesNoGap() throws InterruptedException {
    turnstile.enter("ann");
    turnstile.enter("ann");
    assertThat(turnstile.enter("bob", 1)).isFalse();
    Thread unwanted = come("bob");
    unwanted.interrupt();
    unwanted.join();

    assertThat(inside).containsExactly("cancelled");
    turnstile.leave();
    assertThat(turnstile.enter("bob", 1)).isTrue();
    assertThat(turnstile.inside()).isEqualTo(2);
  }

  @Test
  void neverMoreThanThereIsRoomForWhoeverCancels() throws Exception {
    var most = new AtomicInteger();
    var now = new AtomicInteger();
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 500; i++) {
        long patience = i % 3 == 0 ? 1_000 : 10_000_000_000L;
        String party = "p" + i % 7;
        threads.submit(() -> {
          start.await();
          if (turnstile.enter(party, patience)) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.yield();
            now.decrementAndGet();
            turnstile.leave();
          }
          return null;
        });
      }
      start.countDown();
    }
    assertThat(most).hasValueLessThanOrEqualTo(2);
    assertThat(turnstile.inside()).isZero();
    assertThat(turnstile.waiting()).isZero();
  }
}
