package agency.steward.instantly.pace;

import org.jspecify.annotations.Nullable;

/**
 * The quota of one workspace and the line for it: by turns among the parties, within a priority. A
 * call counts from its grant until it is sent, however long that takes, and then for the length of
 * the windows. Knows no clock and no threads that wait; moments are nanoseconds of one monotonic
 * clock.
 */
public final class Bucket {
  static final long NEVER = Long.MAX_VALUE;

  private final Quota quota;
  private final Amount whole;
  private final Windows windows;
  private final Lines lines = new Lines();
  private final Spread spread;
  private @Nullable Amount agreed;
  private int granted;
  private long interactiveEver;
  private long bulkEver;
  private boolean closed;
  private long closedUntil;
  private boolean retired;
  private long wakeAt = NEVER;

  Bucket(Quota quota) {
    this.quota = quota;
    this.whole = quota.limits().whole();
    this.windows = new Windows(quota.limits());
    this.spread = new Spread(windows);
  }

  /** Takes a place in the line of its priority; false when this bucket is no longer in use. */
  synchronized boolean join(Turn turn) {
    if (!retired) {
      lines.add(turn);
    }
    return !retired;
  }

  /**
   * The first moment at which a call that joins now could be sent; it may become later. A share may
   * grow to the whole.
   */
  synchronized long expected(Priority priority, String party, long now) {
    return opens(now, granted + lines.ahead(priority, party), whole);
  }

  synchronized int waiting() {
    return lines.waiting();
  }

  /**
   * Lets go whoever may go.
   *
   * @return when it should be called again, {@link #NEVER} when nobody waits
   */
  synchronized long serve(long now) {
    Amount share = quota.standing().allows(agreed, now);
    for (Line<Turn> line = lines.next(); !line.isEmpty(); line = lines.next()) {
      Turn first = line.first();
      long opens = opens(now, granted, share);
      if (first.priority == Priority.BULK) {
        opens = Math.max(opens, spread.opens(now, share));
      }
      if (opens > now) {
        complain(first, share);
        return opens;
      }
      line.removeFirst();
      grant(first, now, share);
    }
    return NEVER;
  }

  private void grant(Turn turn, long now, Amount share) {
    granted++;
    switch (turn.priority) {
      case INTERACTIVE -> {
        interactiveEver++;
        spread.interactive(now);
      }
      case BULK -> {
        bulkEver++;
        turn.spread = spread.bulk(now, share);
      }
    }
    turn.grant();
  }

  /** Bulk calls that have made their need known once wait for what is agreed. */
  private void complain(Turn first, Amount share) {
    boolean known = agreed != null && first.priority == Priority.BULK;
    if (!known && !share.covers(whole)) {
      quota.isShort();
    }
  }

  /** What is said again went out later than was believed, and counts anew. */
  synchronized void sent(Turn turn, long now) {
    if (turn.state == Turn.State.GRANTED) {
      turn.state = Turn.State.SENT;
      granted--;
      windows.sent(now);
    } else if (turn.state == Turn.State.SENT) {
      windows.sent(now);
    }
  }

  /** Whether a call that was let go may still go out: its process may have slept since. */
  synchronized boolean mayGo(Turn turn, long now) {
    Standing standing = quota.standing();
    return turn.state == Turn.State.GRANTED
        && (standing.holds(now) || standing.allows(agreed, now).covers(windows.used(now, granted)));
  }

  /**
   * Gives back what was not used, or the place in the line.
   *
   * @return whether somebody else may go because of it
   */
  synchronized boolean leave(Turn turn) {
    boolean unused = turn.state == Turn.State.GRANTED;
    if (unused) {
      granted--;
      spread.unused(turn.spread);
    } else if (turn.state == Turn.State.WAITING) {
      lines.remove(turn);
    }
    if (turn.state != Turn.State.SENT) {
      turn.state = Turn.State.OVER;
    }
    return unused;
  }

  /** Sends away whoever waits. */
  synchronized void dismiss(Priority priority) {
    lines.dismiss(priority);
  }

  /** Instantly said 429: nobody goes for a while, and then more slowly. */
  synchronized void refused(long now, long wait) {
    windows.refused(now);
    closedUntil = closed ? Math.max(closedUntil, now + wait) : now + wait;
    closed = true;
  }

  /** Ends this bucket when nothing in it matters any more. */
  synchronized boolean retire(long now) {
    retired =
        granted == 0
            && agreed == null
            && lines.waiting() == 0
            && opening(now) == now
            && windows.isFresh(now);
    return retired;
  }

  public synchronized Look look(long now) {
    return new Look(
        windows.used(now, granted),
        lines.waiting(Priority.INTERACTIVE),
        lines.waiting(Priority.BULK),
        interactiveEver,
        bulkEver);
  }

  /** What may be used of it: what was agreed, or else the usual. */
  public synchronized Amount share() {
    return agreed == null ? quota.standing().usual() : agreed;
  }

  /** From now on so much of it; false when this bucket is no longer in use. */
  synchronized boolean agree(Amount share) {
    agreed = share;
    return !retired;
  }

  /** From now on the usual. */
  public synchronized void agreeNothing() {
    agreed = null;
  }

  /** Whether nobody is set to call {@link #serve} as early as that; the caller does so then. */
  synchronized boolean wake(long at) {
    boolean sooner = at < wakeAt;
    wakeAt = Math.min(at, wakeAt);
    return sooner;
  }

  /** Whether that is the call of {@link #serve} that was wanted, not one overtaken by a sooner. */
  synchronized boolean woken(long at) {
    boolean wanted = at == wakeAt;
    if (wanted) {
      wakeAt = NEVER;
    }
    return wanted;
  }

  private long opens(long now, int ahead, Amount share) {
    return Math.max(opening(now), windows.opens(now, ahead, share));
  }

  private long opening(long now) {
    closed = closed && closedUntil > now;
    return closed ? closedUntil : now;
  }
}
