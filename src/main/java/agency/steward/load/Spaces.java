package agency.steward.load;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/** All the places of this replica, and the problem for a caller who gets none. */
@ApplicationScoped
class Spaces {
  /** Retry-After is drawn up to this, so that callers who were turned away come back one by one. */
  private static final int FULL_FOR_SECONDS = 3;

  private final Map<Scarce, Space> spaces = new EnumMap<>(Scarce.class);
  private final MeterRegistry meters;

  Spaces(LoadConfig config, MeterRegistry meters) {
    this.meters = meters;
    for (Scarce what : Scarce.values()) {
      var space = new Space(places(what, config));
      spaces.put(what, space);
      meters.gauge("steward.load.taken", Tags.of("what", tag(what)), space, Space::used);
    }
  }

  private static long places(Scarce what, LoadConfig config) {
    return switch (what) {
      case REQUEST -> config.requests();
      case FLEET_READ -> config.fleetReads();
      case FOLLOWER -> config.followers();
      case BODY -> config.bodies().asLongValue();
      case HELD ->
          config
              .held()
              .map(MemorySize::asLongValue)
              .orElseGet(() -> Runtime.getRuntime().maxMemory() / 8);
    };
  }

  Space of(Scarce what) {
    return Objects.requireNonNull(spaces.get(what));
  }

  /**
   * Takes it for as long as the request lasts, in place of what it has of that; throws {@code
   * RATE_LIMITED} or {@code OVERLOADED}.
   */
  void take(Ticket ticket, Scarce what, long places) {
    ticket.keep(what, seat(ticket, what, places));
  }

  /** The same, beside what it has of that. */
  void takeMore(Ticket ticket, Scarce what, long places) {
    ticket.add(what, seat(ticket, what, places));
  }

  private Seat seat(Ticket ticket, Scarce what, long places) {
    return switch (of(what).enter(ticket.who(), places)) {
      case Seat seat -> seat;
      case Refusal refusal -> throw refused(what, refusal);
    };
  }

  private ProblemException refused(Scarce what, Refusal refusal) {
    meters.counter("steward.load.refused", "what", tag(what), "why", tag(refusal)).increment();
    return problem(what, refusal).thrown();
  }

  private Problem problem(Scarce what, Refusal refusal) {
    long all = of(what).places();
    return switch (refusal) {
      case OWN_SHARE ->
          Problem.of(
                  ProblemCode.RATE_LIMITED,
                  "You have your share of the %d %s that go on at a time here. Wait for some of yours to end."
                      .formatted(all, what.plural()))
              .after(Duration.ofSeconds(1));
      case FULL ->
          Problem.of(
                  ProblemCode.OVERLOADED,
                  "All of the %d %s that go on at a time here are taken. Try again a little later."
                      .formatted(all, what.plural()))
              .after(Duration.ofSeconds(ThreadLocalRandom.current().nextInt(FULL_FOR_SECONDS) + 1));
    };
  }

  static String tag(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
