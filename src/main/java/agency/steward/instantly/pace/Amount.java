package agency.steward.instantly.pace;

/**
 * How many calls in any second and in any minute. The minute is 0 everywhere where its limit cannot
 * bind (see {@link Limits#whole}).
 */
public record Amount(int second, int minute) {
  public static final Amount NONE = new Amount(0, 0);

  public Amount plus(Amount other) {
    return new Amount(second + other.second, minute + other.minute);
  }

  /** Never less than nothing. */
  public Amount minus(Amount other) {
    return new Amount(Math.max(0, second - other.second), Math.max(0, minute - other.minute));
  }

  /** Rounded down. */
  public Amount times(double ofSecond, double ofMinute) {
    return new Amount((int) (second * ofSecond), (int) (minute * ofMinute));
  }

  public Amount atMost(Amount other) {
    return new Amount(Math.min(second, other.second), Math.min(minute, other.minute));
  }

  public Amount atLeast(Amount other) {
    return new Amount(Math.max(second, other.second), Math.max(minute, other.minute));
  }

  public boolean covers(Amount other) {
    return second >= other.second && minute >= other.minute;
  }
}
