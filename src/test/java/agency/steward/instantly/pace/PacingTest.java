package agency.steward.instantly.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PacingTest {
  private static final long SECOND = 1_000_000_000;
  private static final Limits ONE_A_SECOND =
      new Limits(1, 60, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1));

  private final ByHand time = new ByHand();
  private final Pacing pacing = new Pacing(ONE_A_SECOND, time);

  private Slot enter(long until, String... charged) throws Exception {
    return pacing.enter(List.of(charged), Priority.INTERACTIVE, until);
  }

  private void send(String... charged) throws Exception {
    try (Slot slot = enter(time.now(), charged)) {
      slot.sent();
    }
  }

  @Test
  void aWaitThatCannotFitTheDeadlineFailsAtOnce() throws Exception {
    send("a");

    assertThatThrownBy(() -> enter(time.now() + SECOND / 2, "a"))
        .isInstanceOfSatisfying(
            QuotaExhaustedException.class,
            e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
  }

  @Test
  void workspacesDoNotSlowEachOtherDown() throws Exception {
    send("a");
    send("b");

    assertThat(pacing.buckets().size()).isEqualTo(2);
  }

  @Test
  void aDelegatedCallUsesTheQuotaOfBoth() throws Exception {
    send("sub", "admin");

    assertThatThrownBy(() -> send("sub")).isInstanceOf(QuotaExhaustedException.class);
    assertThatThrownBy(() -> send("admin")).isInstanceOf(QuotaExhaustedException.class);
  }

  @Test
  void whatCannotBeHadOfOneIsGivenBackToTheOther() throws Exception {
    send("admin");

    assertThatThrownBy(() -> send("sub", "admin")).isInstanceOf(QuotaExhaustedException.class);

    send("sub");
  }

  @Test
  void whoeverWaitsIsLetGoWhenItIsTime() throws Exception {
    send("a");
    CompletableFuture<Slot> entered = waiting(Priority.INTERACTIVE, "a");
    assertThat(entered).isNotDone();
    time.play();

    assertThat(entered).succeedsWithin(Duration.ofSeconds(5));
  }

  private CompletableFuture<Slot> waiting(Priority priority, String workspace) {
    int before = pacing.buckets().waiting();
    var entered = new CompletableFuture<Slot>();
    Thread.startVirtualThread(() -> {
      try {
        entered.complete(pacing.enter(List.of(workspace), priority, time.now() + 600 * SECOND));
      } catch (Exception e) {
        entered.completeExceptionally(e);
      }
    });
    Awaitility.await().until(() -> pacing.buckets().waiting() == before + 1);
    return entered;
  }

  @Test
  void whoeverWaitsIsSentAwayAtOnceWhenNobodyIsToWait() throws Exception {
    send("a");
    CompletableFuture<Slot> person = waiting(Priority.INTERACTIVE, "a");

    pacing.dismiss(Priority.INTERACTIVE);

    assertThat(person)
        .failsWithin(Duration.ofSeconds(30))
        .withThrowableThat()
        .havingCause()
        .isInstanceOfSatisfying(
            QuotaExhaustedException.class,
            e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
    assertThat(pacing.buckets().waiting()).isZero();
  }

  @Test
  void whoeverComesAfterwardsGoesAtOnceOrNotAtAll() throws Exception {
    pacing.dismiss(Priority.INTERACTIVE);

    send("a");

    assertThatThrownBy(() -> enter(time.now() + 600 * SECOND, "a"))
        .isInstanceOf(QuotaExhaustedException.class);
    assertThat(pacing.buckets().waiting()).isZero();
  }

  @Test
  void whoIsNotSentAwayHasTheTurnsOfThoseWhoAre() throws Exception {
    send("a");
    waiting(Priority.INTERACTIVE, "a");
    CompletableFuture<Slot> row = waiting(Priority.BULK, "a");

    pacing.dismiss(Priority.INTERACTIVE);
    time.playUntil(time.now() + SECOND);

    assertThat(row).succeedsWithin(Duration.ofSeconds(30));
  }

  @Test
  void whoeverIsInterruptedLeavesTheLine() throws Exception {
    send("a");
    Thread waiting =
        Thread.startVirtualThread(() -> {
          try {
            enter(time.now() + 600 * SECOND, "a");
          } catch (Exception interrupted) {
            // it leaves
          }
        });
    Awaitility.await().until(() -> pacing.buckets().waiting() == 1);

    waiting.interrupt();
    waiting.join();

    assertThat(pacing.buckets().waiting()).isZero();
  }

  @Test
  void whoeverWouldHaveToWaitIsNotLetInAndLeavesNothingBehind() throws Exception {
    Slot one = pacing.tryEnter(List.of("a", "b"), Priority.INTERACTIVE).orElseThrow();
    one.sent();
    one.close();

    assertThat(pacing.tryEnter(List.of("c", "a"), Priority.INTERACTIVE)).isEmpty();

    assertThat(pacing.buckets().waiting()).isZero();
    assertThat(pacing.tryEnter(List.of("c"), Priority.INTERACTIVE)).isPresent();
  }

  @Test
  void workspacesNotCalledForLongAreForgotten() throws Exception {
    send("a");
    pacing.buckets().forgetIdle();
    assertThat(pacing.buckets().size()).isEqualTo(1);

    time.at(time.now() + 61 * SECOND, () -> {});
    time.play();
    pacing.buckets().forgetIdle();

    assertThat(pacing.buckets().size()).isZero();
    send("a");
  }
}
