package agency.steward.credential.vault;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Asks again what may be asked twice, at most twice more and each time after a random pause, so
 * that those who failed together do not come back together. Not while Vault is known to be away.
 */
final class Retries {
  private static final int MORE = 2;
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

  private final BooleanSupplier broken;
  private final Pause pause;

  /** Waits for a random part of a time. */
  @FunctionalInterface
  interface Pause {
    void upTo(Duration longest) throws InterruptedException;
  }

  Retries(BooleanSupplier broken, Pause pause) {
    this.broken = broken;
    this.pause = pause;
  }

  <T> Answer<T> ask(Supplier<Answer<T>> question) {
    Answer<T> answer = question.get();
    for (int i = 0; i < MORE && answer instanceof Answer.Away && !broken.getAsBoolean(); i++) {
      if (!paused(LONGEST_PAUSE.multipliedBy(i + 1L))) {
        return answer;
      }
      answer = question.get();
    }
    return answer;
  }

  private boolean paused(Duration longest) {
    try {
      pause.upTo(longest);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
