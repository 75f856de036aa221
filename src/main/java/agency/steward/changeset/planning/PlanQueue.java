package agency.steward.changeset.planning;

import agency.steward.instantly.pace.Turnstile;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Lets so many sets be planned at a time on this replica, by turns among those who ask for them.
 */
@ApplicationScoped
class PlanQueue {
  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private final Turnstile room;
  private final int mostWaiting;

  @Inject
  PlanQueue(PlanConfig config) {
    this(config.setsAtOnce(), config.setsWaiting());
  }

  /**
   * @param mostWaiting of one principal
   */
  PlanQueue(int atOnce, int mostWaiting) {
    this.room = new Turnstile(atOnce);
    this.mostWaiting = mostWaiting;
  }

  int waiting() {
    return room.waiting();
  }

  /** Throws {@code RATE_LIMITED} where too many of this principal's wait already. */
  void requireRoom(String principal) {
    if (room.waiting(principal) >= mostWaiting) {
      throw Problem.of(
              ProblemCode.RATE_LIMITED,
              "%d of your change sets wait to be planned. Wait for some of them."
                  .formatted(mostWaiting))
          .after(TRY_AGAIN)
          .thrown();
    }
  }

  <T> T inTurn(String principal, Supplier<T> work) {
    try {
      room.enter(principal);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("planning was interrupted", stopping);
    }
    try {
      return work.get();
    } finally {
      room.leave();
    }
  }
}
