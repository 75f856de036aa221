package agency.steward.sandbox.limit;

/** What one workspace may still call, shared by all its keys. Safe for several threads. */
public final class Quota {
  private final SlidingLog calls = new SlidingLog();
  private long last;

  /**
   * A call that was let through or not.
   *
   * @param at the time it counts at, epoch ms; never before an earlier one of the same quota
   * @param waitMs until one would pass, 0 when it did
   */
  public record Verdict(long at, int waitMs) {
    public boolean passed() {
      return waitMs == 0;
    }
  }

  public Verdict charge(long now, Limits limits) {
    synchronized (calls) {
      last = Math.max(last, now);
      int wait = calls.waitAt((int) last, limits);
      if (wait == 0) {
        calls.add((int) last);
      }
      return new Verdict(last, wait);
    }
  }

  /**
   * Charges both or none, for a call that an admin workspace makes as {@code other}. Locks cannot
   * cross, since no workspace is admin and sub at once.
   */
  public Verdict chargeBoth(Quota other, long now, Limits mine, Limits others) {
    synchronized (calls) {
      synchronized (other.calls) {
        long at = Math.max(now, Math.max(last, other.last));
        last = at;
        other.last = at;
        int wait = Math.max(calls.waitAt((int) at, mine), other.calls.waitAt((int) at, others));
        if (wait == 0) {
          calls.add((int) at);
          other.calls.add((int) at);
        }
        return new Verdict(at, wait);
      }
    }
  }
}
