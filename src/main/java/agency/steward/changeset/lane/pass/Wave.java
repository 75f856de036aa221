package agency.steward.changeset.lane.pass;

import agency.steward.changeset.attempt.Ending;
import agency.steward.changeset.attempt.Execution;
import agency.steward.changeset.lane.Lane;
import agency.steward.changeset.lane.LaneRow;
import agency.steward.changeset.lane.Stop;
import agency.steward.changeset.lane.list.Page;
import agency.steward.changeset.lane.timing.Ahead;
import agency.steward.changeset.lane.timing.Line;
import agency.steward.changeset.stored.RowEnd;
import agency.steward.instantly.Deadline;
import agency.steward.instantly.wire.Permit;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All rows of a pass that are on their way, side by side; the first that says stop stops all. */
final class Wave implements AutoCloseable {
  /** Sends one row; does not throw but where nothing was sent. */
  @FunctionalInterface
  interface Post {
    Execution.Sent send(LaneRow row, Permit permit);
  }

  private final Lane lane;
  private final Post post;
  private final Function<Ending, RowEnd> written;
  private final Semaphore room;
  private final Line line;
  private final ThreadFactory factory;
  private final ExecutorService threads;
  private final Phaser going = new Phaser(1);
  private final AtomicReference<@Nullable RuntimeException> stopped = new AtomicReference<>();

  /**
   * @param written how an end is written down
   * @param most rows at a time
   * @param line in which they wait for the quota
   */
  Wave(
      Lane lane,
      Post post,
      Function<Ending, RowEnd> written,
      int most,
      Line line,
      ThreadFactory factory) {
    this.lane = lane;
    this.post = post;
    this.written = written;
    this.room = new Semaphore(most);
    this.line = line;
    this.factory = factory;
    this.threads = Executors.newThreadPerTaskExecutor(factory);
  }

  Line line() {
    return line;
  }

  Ahead ahead(Iterator<Page> pages) {
    return Ahead.of(pages, line, factory);
  }

  /** Waits until there is room for it. */
  void send(Batch batch, LaneRow row, Deadline fresh) {
    line.enter();
    room.acquireUninterruptibly();
    batch.begin();
    var departure = new Departure(fresh, this::goesOn, line);
    run(() -> {
      try {
        send(batch, row, departure);
      } finally {
        departure.leaveLine();
        room.release();
        batch.done();
      }
    });
  }

  private void send(Batch batch, LaneRow row, Departure departure) {
    if (!departure.holds()) {
      batch.leave(row);
      return;
    }
    try {
      Execution.Sent sent = post.send(row, departure);
      if (departure.holds()) {
        note(batch, row, sent);
      } else {
        batch.leave(row);
      }
    } catch (RuntimeException closed) {
      batch.leave(row);
      throw closed;
    }
  }

  private void note(Batch batch, LaneRow row, Execution.Sent sent) {
    if (sent.ending().isPresent()) {
      end(batch, row, sent.ending().get());
    } else {
      batch.acknowledge(row, sent.written());
    }
  }

  private void end(Batch batch, LaneRow row, Ending ending) {
    Optional<Stop> lesson = Sending.lesson(ending);
    lesson.ifPresent(stop -> stop(new Stop.Signal(stop)));
    if (lesson.isPresent() || Sending.isTooLate(ending)) {
      batch.leave(row);
    } else {
      batch.end(row, written.apply(ending));
    }
  }

  /** On a thread of its own; what it throws stops the wave. */
  void run(Runnable work) {
    going.register();
    threads.execute(() -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        stop(e);
      } finally {
        going.arriveAndDeregister();
      }
    });
  }

  /** Waits for all that goes on, and for what that has begun. */
  void await() {
    going.arriveAndAwaitAdvance();
  }

  void stop(RuntimeException why) {
    stopped.compareAndSet(null, why);
  }

  boolean goesOn() {
    return stopped.get() == null && !lane.isLost();
  }

  void checkStopped() {
    RuntimeException why = stopped.get();
    if (why != null) {
      throw why;
    }
  }

  /** So that nothing is on its way any more when the lane is given back. */
  @Override
  public void close() {
    await();
    threads.shutdown();
  }
}
