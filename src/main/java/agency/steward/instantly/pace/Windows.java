package agency.steward.instantly.pace;

/**
 * The second and the minute of one bucket, and how much they are stretched. Not thread-safe.
 * Moments are nanoseconds of a monotonic clock.
 */
final class Windows {
  static final long SECOND = 1_000_000_000L;
  static final long MINUTE = 60 * SECOND;

  private final Window second;
  private final Window minute;
  private final Guard guard;
  private final boolean minuteBinds;

  Windows(Limits limits) {
    second = new Window(limits.perSecond(), SECOND);
    minute = new Window(limits.perMinute(), MINUTE);
    guard = new Guard(limits);
    minuteBinds = limits.minuteBinds();
  }

  /** As {@link Window#opens}, for both. */
  long opens(long now, int ahead, Amount limit) {
    long g = guard.at(now);
    long opens = second.opens(now, ahead, g, limit.second());
    return minuteBinds ? Math.max(opens, minute.opens(now, ahead, g, limit.minute())) : opens;
  }

  void sent(long now) {
    second.sent(now);
    if (minuteBinds) {
      minute.sent(now);
    }
  }

  /** What counts now, with so many that are not sent yet. */
  Amount used(long now, int ahead) {
    long g = guard.at(now);
    return new Amount(second.size(now, g) + ahead, minuteBinds ? minute.size(now, g) + ahead : 0);
  }

  /** How far apart calls are that use a share evenly and whole. */
  long spacing(long now, Amount limit) {
    long g = guard.at(now);
    long spacing = (SECOND + g) / Math.max(1, limit.second());
    return minuteBinds ? Math.max(spacing, (MINUTE + g) / Math.max(1, limit.minute())) : spacing;
  }

  void refused(long now) {
    guard.refused(now, SECOND);
  }

  /** Whether nothing that was matters any more. */
  boolean isFresh(long now) {
    Amount used = used(now, 0);
    return used.second() == 0 && used.minute() == 0 && guard.isLeast(now);
  }
}
