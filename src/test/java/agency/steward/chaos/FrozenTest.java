package agency.steward.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import agency.steward.chaos.wire.Call;
import agency.steward.chaos.wire.Side;
import agency.steward.chaos.wire.Step;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two replicas on one PostgreSQL, one of which stands still for longer than it is believed. */
@Tag("chaos")
class FrozenTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private final Rig rig = Rig.shared();
  private final Replica frozen = rig.steward();
  private final Replica heir = rig.another();

  @AfterEach
  void oneIsEnough() {
    frozen.wakeUp();
    rig.instantly().behave("{}");
    heir.close();
  }

  @Test
  void whoeverWakesUpTooLateSendsNothingMoreAndIsNotBelieved() {
    rig.instantly().behave("{\"match\":{\"method\":\"PATCH\"},\"latency\":{\"median_ms\":400}}");
    SetTask task = SetTask.of(new Agency(rig), "role_change", Wanted.ROLES).seenBy(heir);
    frozen.wires().forget();
    var frozenAt = new AtomicLong();
    frozen
        .wires()
        .trap()
        .set(
            moment -> moment.isAt(Step.WRITTEN, Side.AFTER),
            2,
            () -> {
              frozen.freeze();
              frozenAt.set(System.nanoTime());
            });
    CompletableFuture<Void> done = CompletableFuture.runAsync(task::run);
    await().atMost(PATIENCE).until(() -> frozenAt.get() != 0 || done.isDone());
    assertThat(frozenAt.get()).as("it was in the middle of a lane").isNotZero();
    done.join();
    List<Row> before = task.rows();
    Duration taken = tookOver(frozenAt.get());

    long awake = System.nanoTime();
    frozen.wakeUp();
    await().atMost(PATIENCE).until(() -> hasLookedAround(awake));

    System.out.printf(
        "chaos: frozen; the other one went on after %.1f s%n", Verdict.seconds(taken));
    assertThat(frozen.wires().calls().stream().filter(call -> call.askedAt() > awake))
        .noneMatch(Call::isWrite);
    assertThat(task.rows()).isEqualTo(before);
    Verdict verdict = new Judge(heir).judge(task, frozenAt.get());
    assertThat(verdict.isGood()).as(verdict.toString()).isTrue();
    assertThat(taken).isLessThan(rig.options().lease().plusSeconds(10));
  }

  /** From then to the first call of the other one's. */
  private Duration tookOver(long frozenAt) {
    return heir.wires().calls().stream()
        .filter(call -> call.askedAt() > frozenAt)
        .findFirst()
        .map(call -> Duration.ofNanos(call.askedAt() - frozenAt))
        .orElse(Duration.ZERO);
  }

  /** It answers again, and has found out that the lane is not its own. */
  private boolean hasLookedAround(long awake) {
    frozen.admin().get("/v1/me").required();
    return Duration.ofNanos(System.nanoTime() - awake).compareTo(rig.options().lease()) > 0;
  }
}
