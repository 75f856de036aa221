package agency.steward.chaos;

import java.time.Duration;
import java.util.List;

/**
 * What is true after one run.
 *
 * @param lost rows that are missing, or stand there without an end
 * @param twice changes that Instantly has made more than once
 * @param unknown rows of which Steward says that it does not know
 * @param wentOn from the kill to the next call of Steward's, or to the end where none was left
 * @param over from the kill to the end
 * @param boot from the kill until Steward was there again
 * @param faults sentences
 */
record Verdict(
    long lost,
    long twice,
    long unknown,
    Duration wentOn,
    Duration over,
    Duration boot,
    List<String> faults) {

  boolean isGood() {
    return lost == 0 && twice == 0 && faults.isEmpty();
  }

  @Override
  public String toString() {
    return "%s, up after %.1f s, went on after %.1f s, over after %.1f s%s"
        .formatted(
            isGood() ? "good" : "BAD: %d lost, %d twice".formatted(lost, twice),
            seconds(boot),
            seconds(wentOn),
            seconds(over),
            faults.isEmpty() ? "" : " " + faults);
  }

  static double seconds(Duration time) {
    return time.toMillis() / 1_000.0;
  }
}
