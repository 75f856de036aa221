package agency.steward.instantly.pace;

/**
 * How much longer than its period a window is kept: a little at first, doubled when Instantly
 * refuses nevertheless, halved again for every while without a refusal. Not thread-safe.
 */
final class Guard {
  private static final int NEVER_MORE_THAN = 62;

  private final long least;
  private final long most;
  private final long recovery;
  private long raised;
  private long since;

  Guard(Limits limits) {
    this.least = limits.guard().toNanos();
    this.most = Math.max(least, limits.maxGuard().toNanos());
    this.recovery = Math.max(1, limits.recovery().toNanos());
    this.raised = least;
  }

  long at(long now) {
    if (raised == least) {
      return least;
    }
    long halvings = Math.min(NEVER_MORE_THAN, Math.max(0, now - since) / recovery);
    long fallen = raised >> halvings;
    if (fallen <= least) {
      raised = least;
      return least;
    }
    return fallen;
  }

  /** Calls in flight are refused together, so that what follows at once counts as the same. */
  void refused(long now, long together) {
    if (raised > least && now - since < together) {
      return;
    }
    raised = Math.min(most, Math.max(1, 2 * at(now)));
    since = now;
  }

  boolean isLeast(long now) {
    return at(now) == least;
  }
}
