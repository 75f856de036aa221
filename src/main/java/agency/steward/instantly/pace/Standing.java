package agency.steward.instantly.pace;

import org.jspecify.annotations.Nullable;

/** What this process may use of a bucket. Moments are nanoseconds of the ticker. */
public sealed interface Standing {

  /** What it may use of a bucket of which nothing else was agreed. */
  Amount usual();

  /** What it may use now of one of which this was agreed. */
  Amount allows(@Nullable Amount agreed, long now);

  /** Whether what was agreed is still good. */
  boolean holds(long now);

  /** It shares with nobody. */
  record Alone(Amount usual) implements Standing {
    @Override
    public Amount allows(@Nullable Amount agreed, long now) {
      return agreed == null ? usual : agreed;
    }

    @Override
    public boolean holds(long now) {
      return true;
    }
  }

  /**
   * It shares, and has to be heard of by the others now and then.
   *
   * @param until when the lease of its shares ends
   * @param cutOffUntil until when it may use a part of them nevertheless; nothing afterwards
   * @param cutOffPart which part, at most 1
   */
  record Leased(Amount usual, long until, long cutOffUntil, double cutOffPart) implements Standing {
    @Override
    public Amount allows(@Nullable Amount agreed, long now) {
      Amount share = agreed == null ? usual : agreed;
      if (holds(now)) {
        return share;
      }
      return cutOffUntil - now > 0 ? share.times(cutOffPart, cutOffPart) : Amount.NONE;
    }

    @Override
    public boolean holds(long now) {
      return until - now > 0;
    }
  }
}
