package agency.steward.instantly.pace;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Calls of one process in simulated time: each goes out a while after it is let go, if it may. */
public final class Callers {

  /** Runs something after a while, unless the process is dead by then; later where it sleeps. */
  public interface Later {
    void after(long nanos, Runnable run);
  }

  private final Buckets buckets;
  private final Ticker clock;
  private final Later later;
  private final Consumer<String> sent;
  private final LongSupplier hearing;
  private int pending;

  /**
   * @param sent told the bucket of each call at the moment it goes out
   */
  public Callers(Pacing pacing, Ticker clock, Later later, Consumer<String> sent) {
    this(pacing, clock, later, sent, () -> 0);
  }

  /**
   * @param hearing after how many nanoseconds the bucket hears that a call has gone out
   */
  Callers(Pacing pacing, Ticker clock, Later later, Consumer<String> sent, LongSupplier hearing) {
    this.buckets = pacing.buckets();
    this.clock = clock;
    this.later = later;
    this.sent = sent;
    this.hearing = hearing;
  }

  /** How many wait, or are on their way. */
  public int pending() {
    return pending;
  }

  /**
   * @param done told when it has gone out
   */
  public void call(String key, Priority priority, long onTheWay, Runnable done) {
    pending++;
    queue(key, priority, onTheWay, done);
  }

  private void queue(String key, Priority priority, long onTheWay, Runnable done) {
    var turns = new Turn[1];
    turns[0] =
        new Turn(
            priority,
            "",
            () -> later.after(onTheWay, () -> go(key, turns[0], priority, onTheWay, done)));
    Bucket bucket = buckets.at(key);
    while (!bucket.join(turns[0])) {
      buckets.drop(key, bucket);
      bucket = buckets.at(key);
    }
    buckets.serve(bucket);
  }

  private void go(String key, Turn turn, Priority priority, long onTheWay, Runnable done) {
    Bucket bucket = buckets.at(key);
    if (bucket.mayGo(turn, clock.now())) {
      sent.accept(key);
      long heard = hearing.getAsLong();
      if (heard > 0) {
        later.after(heard, () -> gone(bucket, turn, done));
      } else {
        gone(bucket, turn, done);
      }
    } else {
      bucket.leave(turn);
      queue(key, priority, onTheWay, done);
    }
    buckets.serve(bucket);
  }

  private void gone(Bucket bucket, Turn turn, Runnable done) {
    bucket.sent(turn, clock.now());
    pending--;
    done.run();
    buckets.serve(bucket);
  }
}
