package agency.steward.instantly.pace;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The quota of one workspace and the line for it: first come, first served within a priority. A
 * call counts from its grant until it is sent, however long that takes, and then for the length of
 * the windows. Knows no clock and no threads that wait; moments are nanoseconds of one monotonic
 * clock.
 */
final class Bucket {
  static final long NEVER = Long.MAX_VALUE;

  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;

  /** How many bulk calls may make up for time lost; together they delay an interactive one. */
  private static final int BULK_BURST = 5;

  private final Window second;
  private final Window minute;
  private final Guard guard;
  private final Deque<Turn> interactive = new ArrayDeque<>(1);
  private final Deque<Turn> bulk = new ArrayDeque<>(1);
  private int granted;
  private boolean closed;
  private long closedUntil;
  private boolean bulkSeen;
  private long bulkDue;
  private boolean retired;
  private long wakeAt = NEVER;

  Bucket(Limits limits) {
    second = new Window(limits.perSecond(), SECOND);
    minute = new Window(limits.perMinute(), MINUTE);
    guard = new Guard(limits);
  }

  /** Takes the last place of its priority; false when this bucket is no longer in use. */
  synchronized boolean join(Turn turn) {
    if (!retired) {
      line(turn.priority).add(turn);
    }
    return !retired;
  }

  /** The first moment at which a call that joins now could be sent; it may become later. */
  synchronized long expected(Priority priority, long now) {
    int before = interactive.size() + (priority == Priority.BULK ? bulk.size() : 0);
    return opens(now, granted + before);
  }

  synchronized int waiting() {
    return interactive.size() + bulk.size();
  }

  /**
   * Lets go whoever may go.
   *
   * @return when it should be called again, {@link #NEVER} when nobody waits
   */
  synchronized long serve(long now) {
    for (Deque<Turn> line = next(); !line.isEmpty(); line = next()) {
      Turn first = line.element();
      long opens = opens(now, granted);
      if (first.priority == Priority.BULK) {
        opens = Math.max(opens, bulkOpens(now));
      }
      if (opens > now) {
        return opens;
      }
      line.remove();
      granted++;
      if (first.priority == Priority.BULK) {
        spread(now);
      }
      first.grant();
    }
    return NEVER;
  }

  synchronized void sent(Turn turn, long now) {
    if (turn.state == Turn.State.GRANTED) {
      turn.state = Turn.State.OVER;
      granted--;
      second.sent(now);
      minute.sent(now);
    }
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
    } else if (turn.state == Turn.State.WAITING) {
      line(turn.priority).remove(turn);
    }
    turn.state = Turn.State.OVER;
    return unused;
  }

  /** Instantly said 429: nobody goes for a while, and then more slowly. */
  synchronized void refused(long now, long wait) {
    guard.refused(now, SECOND);
    closedUntil = closed ? Math.max(closedUntil, now + wait) : now + wait;
    closed = true;
  }

  /** Ends this bucket when nothing in it matters any more. */
  synchronized boolean retire(long now) {
    long g = guard.at(now);
    retired =
        granted == 0
            && next().isEmpty()
            && opening(now) == now
            && second.isEmpty(now, g)
            && minute.isEmpty(now, g)
            && guard.isLeast(now);
    return retired;
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

  private Deque<Turn> next() {
    return interactive.isEmpty() ? bulk : interactive;
  }

  private Deque<Turn> line(Priority priority) {
    return switch (priority) {
      case INTERACTIVE -> interactive;
      case BULK -> bulk;
    };
  }

  private long opens(long now, int ahead) {
    long g = guard.at(now);
    long windows = Math.max(second.opens(now, ahead, g), minute.opens(now, ahead, g));
    return Math.max(opening(now), windows);
  }

  private long opening(long now) {
    closed = closed && closedUntil > now;
    return closed ? closedUntil : now;
  }

  private long bulkOpens(long now) {
    return bulkSeen ? bulkDue - BULK_BURST * spacing(now) : now;
  }

  private void spread(long now) {
    bulkDue = (bulkSeen ? Math.max(bulkDue, now) : now) + spacing(now);
    bulkSeen = true;
  }

  private long spacing(long now) {
    long g = guard.at(now);
    return Math.max(second.spacing(g), minute.spacing(g));
  }
}
