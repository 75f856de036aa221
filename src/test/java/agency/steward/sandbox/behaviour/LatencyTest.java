package agency.steward.sandbox.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LatencyTest {
  private static double[] draws(Latency latency) {
    return DoubleStream.generate(latency::draw).limit(20_000).toArray();
  }

  @Test
  void itIsLogNormalByItsMedianAndItsNinetyNinthPercentile() {
    double[] sorted = DoubleStream.of(draws(new Latency(120, 600))).sorted().toArray();

    assertThat(sorted[10_000]).isCloseTo(120, within(5.0));
    assertThat(sorted[19_800]).isCloseTo(600, within(40.0));
  }

  @Test
  void itIsTheSameEveryTime() {
    assertThat(draws(new Latency(120, 600))).isEqualTo(draws(new Latency(120, 600)));
  }

  @Test
  void withoutPercentileItIsTheMedian() {
    assertThat(draws(new Latency(20, 20))).containsOnly(20);
  }
}
