package agency.steward.instantly.send;

import agency.steward.instantly.pace.Pacing;
import agency.steward.instantly.pace.QuotaExhaustedException;
import agency.steward.instantly.pace.Slot;
import agency.steward.instantly.wire.Answer;
import agency.steward.instantly.wire.Answer.Loss;
import agency.steward.instantly.wire.Answer.Lost;
import agency.steward.instantly.wire.Answer.Reply;
import agency.steward.instantly.wire.Ask;
import agency.steward.instantly.wire.Permit;
import agency.steward.instantly.wire.Wire;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;

/** Sends calls: paced, in time, and again where that is safe. */
public final class Sender {
  private static final int TOO_MANY_REQUESTS = 429;

  /** Less is believed once: who is refused again would be refused until the deadline. */
  private static final Duration WINDOW = Duration.ofSeconds(1);

  private final Wire wire;
  private final Pacing pacing;
  private final RetryRules rules;
  private final RetryBudget budget;
  private final Backoff backoff;
  private final InstantSource clock;

  /**
   * @param random from 0 to 1
   */
  public Sender(
      Wire wire, Pacing pacing, RetryRules rules, InstantSource clock, DoubleSupplier random) {
    this.wire = wire;
    this.pacing = pacing;
    this.rules = rules;
    this.budget = new RetryBudget(rules.share(), rules.floor(), System::nanoTime);
    this.backoff = new Backoff(rules, random);
    this.clock = clock;
  }

  /** Blocks until the call is done, or its deadline makes it pointless. */
  public Outcome send(Ask ask, Terms terms) {
    return follow(ask, terms, once(ask, terms));
  }

  /**
   * Sends a call once where it can go right now, and waits for nothing; {@link #goOn} takes up what
   * has become of it.
   *
   * @param then told once, on an event loop or on the thread that gives it up; what it is given as
   *     well is to be run when it reads the answer (see {@link Wire#begin})
   * @return what gives it up; nothing where it would have to wait, and then nothing was sent
   */
  public Optional<Runnable> begin(Ask ask, Terms terms, BiConsumer<Answer, Runnable> then) {
    if (left(terms).isZero()) {
      return Optional.empty();
    }
    return pacing
        .tryEnter(terms.charged(), terms.priority())
        .flatMap(slot -> begin(ask, terms, slot, then));
  }

  private Optional<Runnable> begin(
      Ask ask, Terms terms, Slot slot, BiConsumer<Answer, Runnable> then) {
    Optional<Runnable> begun =
        wire.begin(
            ask,
            wait(terms),
            permit(slot, terms.permit()),
            (answer, over) -> {
              slot.close();
              then.accept(answer, over);
            });
    if (begun.isEmpty()) {
      slot.close();
    }
    return begun;
  }

  /** As {@link #send}, where the first try has been made. Does not block where it was a success. */
  public Outcome goOn(Ask ask, Terms terms, Answer first) {
    return follow(ask, terms, new Outcome.Done(first));
  }

  private Outcome follow(Ask ask, Terms terms, Outcome first) {
    budget.call();
    Outcome outcome = first;
    int refusals = 0;
    int retries = 0;
    while (true) {
      if (!(outcome instanceof Outcome.Done(Answer answer))) {
        return outcome;
      }
      if (isTooLate(answer) && terms.permit().holds()) {
        // queues anew
      } else if (isRefusal(answer)) {
        Duration wait = refused((Reply) answer, terms, refusals++);
        if (!fits(wait, terms)) {
          return new Outcome.Held(wait, true);
        }
      } else if (retries < rules.most() && mayRepeat(ask, answer)) {
        if (!pause(answer, retries++, terms)) {
          return outcome;
        }
      } else {
        return outcome;
      }
      outcome = once(ask, terms);
    }
  }

  private Outcome once(Ask ask, Terms terms) {
    if (left(terms).isZero()) {
      return new Outcome.Done(new Lost(Loss.TIMED_OUT, false, 0));
    }
    try (Slot slot = pacing.enter(terms.charged(), terms.priority(), terms.until())) {
      boolean pointless = !terms.permit().holds();
      return new Outcome.Done(
          pointless
              ? new Lost(Loss.TOO_LATE, false, 0)
              : wire.exchange(ask, wait(terms), permit(slot, terms.permit())));
    } catch (QuotaExhaustedException none) {
      return new Outcome.Held(none.retryAfter(), false);
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
      return new Outcome.Done(new Lost(Loss.CANCELLED, false, 0));
    }
  }

  private static Permit permit(Slot slot, Permit own) {
    return new Permit() {
      @Override
      public boolean holds() {
        return own.holds() && slot.mayGo();
      }

      @Override
      public void sent() {
        slot.sent();
        own.sent();
      }
    };
  }

  /** It has not left the house: whoever may still send it queues anew. */
  private static boolean isTooLate(Answer answer) {
    return answer instanceof Lost lost && lost.why() == Loss.TOO_LATE;
  }

  private static boolean isRefusal(Answer answer) {
    return answer instanceof Reply reply && reply.status() == TOO_MANY_REQUESTS;
  }

  /** The line of the workspace stands still for so long; whoever tries again queues there. */
  private Duration refused(Reply reply, Terms terms, int refusals) {
    Duration wait =
        RetryAfter.read(reply.retryAfter(), clock.instant())
            .filter(said -> refusals == 0 || said.compareTo(WINDOW) >= 0)
            .orElseGet(() -> backoff.afterRefusal(refusals));
    pacing.refused(terms.charged(), wait);
    terms.permit().refused();
    return wait;
  }

  /** A write only when it has not left the house. */
  private static boolean mayRepeat(Ask ask, Answer answer) {
    boolean write = ask.verb().isWrite();
    return switch (answer) {
      case Reply reply -> !write && reply.status() >= 500;
      case Lost lost ->
          switch (lost.why()) {
            case UNREACHABLE, BROKEN, MALFORMED, TRUNCATED, TIMED_OUT -> !(write && lost.sent());
            case OVERSIZED, NO_ROOM, TOO_LATE, CANCELLED -> false;
          };
    };
  }

  /** Whether there is budget and time for a retry, and the pause before it is over. */
  private boolean pause(Answer answer, int retries, Terms terms) {
    Duration jitter = backoff.beforeRetry(retries);
    Duration asked =
        answer instanceof Reply reply
            ? RetryAfter.read(reply.retryAfter(), clock.instant()).orElse(Duration.ZERO)
            : Duration.ZERO;
    Duration wait = asked.plus(jitter);
    return fits(wait, terms) && budget.take() && sleep(wait);
  }

  private static boolean sleep(Duration wait) {
    try {
      Thread.sleep(wait);
      return true;
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean fits(Duration wait, Terms terms) {
    return wait.compareTo(left(terms)) < 0;
  }

  private Duration wait(Terms terms) {
    Duration left = left(terms);
    return left.compareTo(rules.readTimeout()) < 0 ? left : rules.readTimeout();
  }

  private static Duration left(Terms terms) {
    return Duration.ofNanos(Math.max(0, terms.until() - System.nanoTime()));
  }
}
