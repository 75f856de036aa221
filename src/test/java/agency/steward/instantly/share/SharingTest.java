package agency.steward.instantly.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import agency.steward.instantly.pace.Limits;
import agency.steward.instantly.pace.Pacing;
import agency.steward.instantly.pace.Priority;
import agency.steward.instantly.pace.QuotaExhaustedException;
import agency.steward.instantly.pace.Slot;
import agency.steward.instantly.pace.SystemTicker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes' pacing over one PostgreSQL, in real time. */
class SharingTest {
  private static final int LIMIT = 200;
  private static final long SECOND = 1_000_000_000;
  private static final Duration SOON = Duration.ofSeconds(20);

  private final SystemTicker ticker = new SystemTicker();
  private final ConcurrentLinkedQueue<Long> sent = new ConcurrentLinkedQueue<>();
  private final List<Process> processes = new ArrayList<>();
  private DataSource database;
  private volatile boolean over;

  /** A busy machine may let a call wait between its turn and the moment written down here. */
  private static final Limits LIMITS =
      new Limits(
          LIMIT, 60 * LIMIT, Duration.ofMillis(200), Duration.ofSeconds(4), Duration.ofSeconds(30));

  private static final ShareRules RULES =
      new ShareRules(Duration.ofMillis(100), Duration.ofSeconds(3), Duration.ofSeconds(30), 0.1);

  private final class Process {
    final Pacing pacing = new Pacing(LIMITS, ticker);
    final Sharing sharing = new Sharing(pacing, new ShareStore(database), RULES, ticker);
    final AtomicInteger calls = new AtomicInteger();

    Process() {
      processes.add(this);
      sharing.start();
    }

    void call() {
      call(Priority.INTERACTIVE);
    }

    void call(Priority priority) {
      try (Slot slot = pacing.enter(List.of("busy"), priority, ticker.now() + 30 * SECOND)) {
        if (slot.mayGo()) {
          sent.add(ticker.now());
          slot.sent();
          calls.incrementAndGet();
        }
      } catch (QuotaExhaustedException | InterruptedException none) {
        over = true;
      }
    }

    void busy() {
      for (int i = 0; i < 8; i++) {
        Thread.startVirtualThread(() -> {
          while (!over) {
            call();
          }
        });
      }
    }
  }

  @BeforeEach
  void anEmptyDatabase() throws Exception {
    database = QuotaDatabase.create();
  }

  @AfterEach
  void end() {
    over = true;
    processes.forEach(process -> process.sharing.close());
    ticker.close();
  }

  private void assertNoSecondExceeded() {
    List<Long> times = sent.stream().sorted().toList();
    for (int i = LIMIT; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - LIMIT)).isGreaterThanOrEqualTo(SECOND);
    }
  }

  @Test
  void twoProcessesKeepOneLimitAndBothGetOn() {
    var one = new Process();
    one.busy();
    await().atMost(SOON).until(() -> one.calls.get() > LIMIT / 2);
    assertThat(one.sharing.usualPart()).isEqualTo(1);

    var other = new Process();
    other.busy();
    await().atMost(SOON).until(() -> other.calls.get() > LIMIT);
    int before = one.calls.get();
    await().atMost(SOON).until(() -> one.calls.get() > before + LIMIT / 4);

    assertThat(one.sharing.replicas()).isEqualTo(2);
    assertThat(other.sharing.agreed()).isEqualTo(1);
    assertNoSecondExceeded();
  }

  @Test
  void whoeverLeavesIsNotWaitedForAndCallsNoMore() {
    var one = new Process();
    var other = new Process();
    await().atMost(SOON).until(() -> one.sharing.usualPart() == 0.5);
    other.call();

    other.sharing.close();

    await().atMost(SOON).until(() -> one.sharing.usualPart() == 1);
    int before = other.calls.get();
    other.call();
    assertThat(other.calls.get()).isEqualTo(before);
  }

  @Test
  void whoeverWaitsAsItLeavesIsSentAway() throws Exception {
    var one = new Process();
    await().atMost(SOON).until(() -> one.sharing.usualPart() == 1);
    one.pacing.refused(List.of("busy"), SOON);
    Thread person = Thread.startVirtualThread(() -> one.call(Priority.INTERACTIVE));
    Thread row = Thread.startVirtualThread(() -> one.call(Priority.BULK));
    await().atMost(SOON).until(() -> one.pacing.buckets().waiting() == 2);

    one.sharing.close();

    assertThat(one.pacing.buckets().waiting()).isZero();
    person.join();
    row.join();
    assertThat(one.calls.get()).isZero();
  }
}
