package agency.steward.sandbox.behaviour;

import agency.steward.sandbox.json.Numbers;
import agency.steward.sandbox.json.ObjectShape;
import agency.steward.sandbox.json.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;

/** Log-normal, from its median and its 99th percentile; the same draws after every PUT. */
public final class Latency {
  static final ObjectShape SHAPE =
      Shape.object()
          .required("median_ms", Numbers.between(0, 600_000))
          .optional("p99_ms", Numbers.between(0, 600_000));

  private static final double Z99 =
      2.3263478740408408; // 99th percentile of the normal distribution
  private static final long SEED = 20_260_101L;

  private final double median;
  private final double sigma;
  private final Random random = new Random(SEED);

  Latency(double medianMs, double p99Ms) {
    median = medianMs;
    sigma = medianMs > 0 && p99Ms > medianMs ? Math.log(p99Ms / medianMs) / Z99 : 0;
  }

  static Latency of(JsonNode json) {
    double median = json.get("median_ms").doubleValue();
    return new Latency(median, json.path("p99_ms").asDouble(median));
  }

  /** In milliseconds. */
  public double draw() {
    if (sigma == 0) {
      return median;
    }
    synchronized (random) {
      return median * Math.exp(sigma * random.nextGaussian());
    }
  }
}
