package agency.steward.instantly.wire;

import agency.steward.instantly.wire.Answer.Loss;
import agency.steward.instantly.wire.Answer.Lost;
import agency.steward.instantly.wire.Answer.Reply;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How long exchanges took, by outcome; never by workspace or path, so that labels stay few. */
final class WireMeters {
  private final Timer[] byClass = new Timer[6];
  private final Timer limited;
  private final Timer[] byLoss = new Timer[Loss.values().length];

  WireMeters(MeterRegistry meters, Room room, Memory memory) {
    for (int i = 0; i < byClass.length; i++) {
      byClass[i] = timer(meters, i + "xx");
    }
    limited = timer(meters, "429");
    for (Loss loss : Loss.values()) {
      byLoss[loss.ordinal()] = timer(meters, loss.name().toLowerCase(Locale.ROOT));
    }
    meters.gauge("steward.instantly.calls.in.flight", room, Room::inUse);
    meters.gauge("steward.instantly.bodies.held", memory, Memory::held);
    meters.gauge("steward.instantly.bodies.waiting", memory, Memory::waiting);
  }

  private static Timer timer(MeterRegistry meters, String outcome) {
    return Timer.builder("steward.instantly.calls")
        .description("Exchanges with Instantly, retries included")
        .tag("outcome", outcome)
        .register(meters);
  }

  void took(Answer answer, long nanos) {
    timer(answer).record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Answer answer) {
    return switch (answer) {
      case Reply reply when reply.status() == 429 -> limited;
      case Reply reply -> byClass[Math.clamp(reply.status() / 100, 0, byClass.length - 1)];
      case Lost lost -> byLoss[lost.why().ordinal()];
    };
  }
}
