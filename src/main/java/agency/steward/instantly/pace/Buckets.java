package agency.steward.instantly.pace;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;

/** The buckets of all workspaces; each lets its calls go when it is time. */
public final class Buckets {
  private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final Quota quota;
  private final Ticker ticker;

  Buckets(Quota quota, Ticker ticker) {
    this.quota = quota;
    this.ticker = ticker;
  }

  /** The workspace's, from now on. */
  public Bucket at(String workspace) {
    Bucket known = buckets.get(workspace);
    return known != null ? known : buckets.computeIfAbsent(workspace, _ -> new Bucket(quota));
  }

  /** So much may be used of it; whoever waits for a larger share is to be served afterwards. */
  public void agree(String workspace, Amount share) {
    Bucket bucket = at(workspace);
    while (!bucket.agree(share)) {
      drop(workspace, bucket);
      bucket = at(workspace);
    }
  }

  public void each(BiConsumer<String, Bucket> look) {
    buckets.forEach(look);
  }

  /** Lets go whoever waits and may go by now. */
  public void serveWaiting() {
    for (Bucket bucket : buckets.values()) {
      if (bucket.waiting() > 0) {
        serve(bucket);
      }
    }
  }

  /** Forgets whoever has not been called for long. */
  public void forgetIdle() {
    buckets.values().removeIf(bucket -> bucket.retire(ticker.now()));
  }

  /** How many workspaces are remembered. */
  public int size() {
    return buckets.size();
  }

  /** How many calls wait for quota. */
  public int waiting() {
    return buckets.values().stream().mapToInt(Bucket::waiting).sum();
  }

  void drop(String workspace, Bucket bucket) {
    buckets.remove(workspace, bucket);
  }

  void serve(Bucket bucket) {
    long next = bucket.serve(ticker.now());
    if (next != Bucket.NEVER && bucket.wake(next)) {
      ticker.at(next, () -> wake(bucket, next));
    }
  }

  private void wake(Bucket bucket, long at) {
    if (bucket.woken(at)) {
      serve(bucket);
    }
  }
}
