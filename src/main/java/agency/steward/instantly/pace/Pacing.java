package agency.steward.instantly.pace;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The buckets of all workspaces and the threads that wait at them. One process: where several share
 * a workspace's quota, each is to be given its part of {@link Limits}.
 */
public final class Pacing {
  private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final Limits limits;
  private final Ticker ticker;

  public Pacing(Limits limits, Ticker ticker) {
    this.limits = limits;
    this.ticker = ticker;
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

  /** Instantly said 429 to a call that was charged to these. */
  public void refused(List<String> charged, Duration wait) {
    for (String workspace : charged) {
      bucket(workspace).refused(now(), wait.toNanos());
    }
  }

  /** Forgets whoever has not been called for long. */
  public void forgetIdle() {
    buckets.values().removeIf(bucket -> bucket.retire(now()));
  }

  /** How many workspaces are remembered. */
  public int size() {
    return buckets.size();
  }

  /** How many calls wait for quota. */
  public int waiting() {
    return buckets.values().stream().mapToInt(Bucket::waiting).sum();
  }

  private void await(String workspace, Priority priority, long until, Slot slot)
      throws QuotaExhaustedException, InterruptedException {
    var latch = new CountDownLatch(1);
    var turn = new Turn(priority, latch::countDown);
    Bucket bucket = join(workspace, turn, until);
    slot.add(bucket, turn);
    serve(bucket);
    if (!latch.await(until - now(), TimeUnit.NANOSECONDS)) {
      leave(bucket, turn);
      throw exhausted(bucket.expected(priority, now()));
    }
  }

  private Bucket join(String workspace, Turn turn, long until) throws QuotaExhaustedException {
    while (true) {
      Bucket bucket = bucket(workspace);
      long expected = bucket.expected(turn.priority, now());
      if (expected - until > 0) {
        throw exhausted(expected);
      }
      if (bucket.join(turn)) {
        return bucket;
      }
      buckets.remove(workspace, bucket);
    }
  }

  private QuotaExhaustedException exhausted(long expected) {
    return new QuotaExhaustedException(Duration.ofNanos(Math.max(1, expected - now())));
  }

  private Bucket bucket(String workspace) {
    return buckets.computeIfAbsent(workspace, _ -> new Bucket(limits));
  }

  void leave(Bucket bucket, Turn turn) {
    if (bucket.leave(turn)) {
      serve(bucket);
    }
  }

  private void serve(Bucket bucket) {
    long next = bucket.serve(now());
    if (next != Bucket.NEVER && bucket.wake(next)) {
      ticker.at(next, () -> wake(bucket, next));
    }
  }

  private void wake(Bucket bucket, long at) {
    if (bucket.woken(at)) {
      serve(bucket);
    }
  }

  long now() {
    return ticker.now();
  }
}
