package agency.steward.sandbox.json;

import java.util.Collection;
import java.util.Set;

/** Shapes of numbers. */
public final class Numbers {
  private Numbers() {}

  public static Shape any() {
    return (at, value) -> Shape.must(value.isNumber(), at, "be number");
  }

  public static Shape between(long min, long max) {
    return any()
        .and((at, value) -> Shape.must(value.doubleValue() >= min, at, "be >= " + min))
        .and((at, value) -> Shape.must(value.doubleValue() <= max, at, "be <= " + max));
  }

  public static Shape integer(long min, long max) {
    Shape integral = (at, value) -> Shape.must(value.isIntegralNumber(), at, "be integer");
    return integral.and(between(min, max));
  }

  /** {@code 1.0} is 1. */
  public static Shape of(Collection<Integer> allowed) {
    Set<Double> values = Set.copyOf(allowed.stream().map(Integer::doubleValue).toList());
    return any()
        .and((at, value) -> Shape.must(values.contains(value.doubleValue()), at, Shape.ONE_OF));
  }
}
