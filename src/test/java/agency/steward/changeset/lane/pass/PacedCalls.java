package agency.steward.changeset.lane.pass;

import agency.steward.instantly.pace.Amount;
import agency.steward.instantly.pace.ByHand;
import agency.steward.instantly.pace.Limits;
import agency.steward.instantly.pace.Pacing;
import agency.steward.instantly.pace.Priority;
import agency.steward.instantly.pace.QuotaExhaustedException;
import agency.steward.instantly.pace.Slot;
import agency.steward.instantly.wire.Permit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Calls on one quota through the real pacing, in simulated time. */
final class PacedCalls {
  static final String HERE = "here";
  private static final Duration LATENCY = Duration.ofMillis(60);
  private static final int MORE_MILLIS = 120;
  private static final double SECOND = 1e9;

  /** Moments at which calls went out. */
  final List<Long> sent = new ArrayList<>();

  /** How long Instantly takes for each. */
  Supplier<Duration> latency;

  /** How long people waited for their turn, in nanoseconds. */
  final List<Long> waits = new ArrayList<>();

  private final ByHand time;
  private final ThreadsByHand threads;
  private final Pacing pacing;
  private final Random random;

  PacedCalls(ByHand time, Pacing pacing, long seed) {
    this.time = time;
    this.threads = new ThreadsByHand(time);
    this.pacing = pacing;
    this.random = new Random(seed);
    this.latency = () -> LATENCY.plusMillis(random.nextInt(MORE_MILLIS));
  }

  static PacedCalls under(Limits limits, long seed) {
    var time = new ByHand();
    return new PacedCalls(time, new Pacing(limits, time), seed);
  }

  ThreadsByHand threads() {
    return threads;
  }

  long now() {
    return time.now();
  }

  double perSecond() {
    return pacing.quota().limits().inTheLongRun();
  }

  /** People read so many times a second, from then on until then, in seconds. */
  void people(double perSecond, double from, double until) {
    for (double at = from; at < until; at += 1 / perSecond) {
      time.at((long) (at * SECOND), () -> threads.factory().newThread(this::read).start());
    }
  }

  private void read() {
    long asked = time.now();
    call(Priority.INTERACTIVE, Permit.ALWAYS).ifPresent(sent -> waits.add(sent - asked));
  }

  /** From then on, in seconds, other replicas leave so much of it. */
  void share(double at, int perSecond, int perMinute) {
    var share = new Amount(perSecond, perMinute);
    time.at((long) (at * SECOND), () -> pacing.buckets().agree(HERE, share));
  }

  /** At that moment, in seconds, the replica goes: nobody waits any more. */
  void goes(double at) {
    time.at(
        (long) (at * SECOND),
        () -> List.of(Priority.values()).forEach(each -> pacing.dismiss(each)));
  }

  /** When it went out, which was a while ago: it is answered. Empty where it might not any more. */
  Optional<Long> bulk(Permit permit) {
    return call(Priority.BULK, permit);
  }

  private Optional<Long> call(Priority priority, Permit permit) {
    Optional<Long> sent = Optional.empty();
    while (sent.isEmpty()) {
      try (Slot slot = pacing.enter(List.of(HERE), priority, Long.MAX_VALUE / 2)) {
        if (!permit.holds()) {
          return Optional.empty();
        }
        if (slot.mayGo()) {
          slot.sent();
          permit.sent();
          sent = Optional.of(time.now());
          this.sent.add(time.now());
        }
      } catch (QuotaExhaustedException dismissed) {
        return Optional.empty();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    threads.pause(latency.get());
    return sent;
  }
}
