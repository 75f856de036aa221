package agency.steward.instantly.pace;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets calls go at the pace of their workspaces, and the threads wait that make them. */
public final class Pacing {
  private final Quota quota;
  private final Ticker ticker;
  private final Buckets buckets;
  private final Set<Priority> dismissed = ConcurrentHashMap.newKeySet();

  public Pacing(Limits limits, Ticker ticker) {
    this.quota = new Quota(limits);
    this.ticker = ticker;
    this.buckets = new Buckets(quota, ticker);
  }

  /** What may be used of each workspace's quota: all of it, unless somebody says otherwise. */
  public Quota quota() {
    return quota;
  }

  public Buckets buckets() {
    return buckets;
  }

  /**
   * Waits until one call may be sent. Fails at once where that cannot be before the deadline.
   *
   * @param charged the workspaces whose quota the call uses, in the order in which to queue
   * @param until the deadline, nanoseconds of the ticker
   */
  public Slot enter(List<String> charged, Priority priority, long until)
      throws QuotaExhaustedException, InterruptedException {
    var slot = new Slot(this);
    try {
      for (String workspace : charged) {
        await(workspace, priority, until, slot);
      }
      return slot;
    } catch (QuotaExhaustedException | InterruptedException | RuntimeException none) {
      slot.close();
      throw none;
    }
  }

  /**
   * Nobody of these waits any more, as the process ends: whoever does has no quota before their
   * deadline, and whoever comes goes at once or not at all.
   */
  public void dismiss(Priority priority) {
    dismissed.add(priority);
    buckets.each((_, bucket) -> bucket.dismiss(priority));
  }

  /** As {@link #enter} where nobody has to wait for it; nothing where somebody would. */
  public Optional<Slot> tryEnter(List<String> charged, Priority priority) {
    var slot = new Slot(this);
    for (String workspace : charged) {
      if (!goes(workspace, priority, slot)) {
        slot.close();
        return Optional.empty();
      }
    }
    return Optional.of(slot);
  }

  private boolean goes(String workspace, Priority priority, Slot slot) {
    var turn = new Turn(priority, Party.current(), () -> {});
    Bucket bucket = buckets.at(workspace);
    if (!bucket.join(turn)) {
      return false;
    }
    slot.add(bucket, turn);
    buckets.serve(bucket);
    return bucket.mayGo(turn, now());
  }

  /** Instantly said 429 to a call that was charged to these. */
  public void refused(List<String> charged, Duration wait) {
    for (String workspace : charged) {
      buckets.at(workspace).refused(now(), wait.toNanos());
    }
  }

  private void await(String workspace, Priority priority, long until, Slot slot)
      throws QuotaExhaustedException, InterruptedException {
    var latch = new CountDownLatch(1);
    var turn = new Turn(priority, Party.current(), latch::countDown);
    Bucket bucket = join(workspace, turn, until);
    slot.add(bucket, turn);
    buckets.serve(bucket);
    long patience = dismissed.contains(priority) ? 0 : until - now();
    if (!latch.await(patience, TimeUnit.NANOSECONDS) || turn.state == Turn.State.OVER) {
      leave(bucket, turn);
      throw exhausted(bucket.expected(priority, turn.party, now()));
    }
  }

  private Bucket join(String workspace, Turn turn, long until) throws QuotaExhaustedException {
    while (true) {
      Bucket bucket = buckets.at(workspace);
      long expected = bucket.expected(turn.priority, turn.party, now());
      if (expected - until > 0) {
        throw exhausted(expected);
      }
      if (bucket.join(turn)) {
        return bucket;
      }
      buckets.drop(workspace, bucket);
    }
  }

  private QuotaExhaustedException exhausted(long expected) {
    return new QuotaExhaustedException(Duration.ofNanos(Math.max(1, expected - now())));
  }

  void leave(Bucket bucket, Turn turn) {
    if (bucket.leave(turn)) {
      buckets.serve(bucket);
    }
  }

  long now() {
    return ticker.now();
  }
}
