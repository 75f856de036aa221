package agency.steward.instantly.share;

import agency.steward.instantly.pace.Amount;

/** Parts of a limit, of the second's and of the minute's; 1 is all of it. */
record Part(double second, double minute) {
  static final Part NONE = new Part(0, 0);
  static final Part ALL = new Part(1, 1);

  Part plus(Part other) {
    return new Part(second + other.second, minute + other.minute);
  }

  /** Never less than nothing. */
  Part minus(Part other) {
    return new Part(Math.max(0, second - other.second), Math.max(0, minute - other.minute));
  }

  Part times(double ofSecond, double ofMinute) {
    return new Part(second * ofSecond, minute * ofMinute);
  }

  Part atMost(Part other) {
    return new Part(Math.min(second, other.second), Math.min(minute, other.minute));
  }

  Part atLeast(Part other) {
    return new Part(Math.max(second, other.second), Math.max(minute, other.minute));
  }

  boolean isLessThan(Part other) {
    return second < other.second || minute < other.minute;
  }

  Amount of(Amount whole) {
    return whole.times(second, minute);
  }
}
