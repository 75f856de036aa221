package agency.steward.changeset.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PlanQueueTest {
  private final PlanQueue queue = new PlanQueue(1, 2);
  private final List<String> planned = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch gate = new CountDownLatch(1);

  private void plan(String principal) {
    int before = queue.waiting();
    Thread.startVirtualThread(() -> queue.inTurn(principal, () -> planned.add(principal)));
    await().until(() -> queue.waiting() == before + 1);
  }

  private void begin() {
    var begun = new CountDownLatch(1);
    Thread.startVirtualThread(() ->
        queue.inTurn(
            "hog",
            () -> {
              begun.countDown();
              awaitGate();
              return "planned";
            }));
    await().until(() -> begun.getCount() == 0);
  }

  private void awaitGate() {
    try {
      gate.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void whoHasTooManyWaitingIsRefusedAndNobodyElse() {
    begin();
    plan("hog");
    plan("hog");

    assertThatThrownBy(() -> queue.requireRoom("hog"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo(ProblemCode.RATE_LIMITED);
              assertThat(refused.problem().retryAfter()).contains(Duration.ofSeconds(5));
            });
    assertThatCode(() -> queue.requireRoom("ann")).doesNotThrowAnyException();
    gate.countDown();
  }

  @Test
  void somebodyElsesSetIsPlannedAfterOneOfEach() {
    begin();
    plan("hog");
    plan("hog");
    plan("ann");

    gate.countDown();

    await().until(() -> planned.size() == 3);
    assertThat(planned).containsExactly("hog", "ann", "hog");
  }

  @Test
  void aPlanThatFailsMakesRoom() {
    assertThatThrownBy(() -> queue.inTurn("ann", PlanQueueTest::failing))
        .isInstanceOf(IllegalStateException.class);
    assertThat(queue.<String>inTurn("ann", () -> "planned")).isEqualTo("planned");
  }

  private static String failing() {
    throw new IllegalStateException();
  }
}
