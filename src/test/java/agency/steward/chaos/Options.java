package agency.steward.chaos;

import java.time.Duration;
import java.util.Optional;

/** What {@code make chaos} was asked for; {@code bin/chaos --help} says what each of it means. */
record Options(
    Optional<String> point,
    Optional<String> errand,
    int runs,
    int random,
    long seed,
    Duration lease,
    Duration away) {

  static Options asked() {
    return new Options(
        text("point"),
        text("errand"),
        text("runs").map(Integer::parseInt).orElse(3),
        text("random").map(Integer::parseInt).orElse(50),
        text("seed").map(Long::parseLong).orElseGet(() -> System.nanoTime() % 1_000_000),
        Duration.parse(text("lease").orElse("PT5S")),
        Duration.parse(text("away").orElse("PT30S")));
  }

  private static Optional<String> text(String name) {
    return Optional.ofNullable(System.getProperty("steward.chaos." + name))
        .filter(value -> !value.isBlank());
  }

  /** Whether this is among what was asked for; everything is, where nothing was named. */
  boolean wants(String label) {
    return point.filter(part -> !label.contains(part)).isEmpty();
  }

  boolean wants(Errand one) {
    return errand.filter(name -> !name.equals(one.toString())).isEmpty();
  }
}
