package agency.steward.changeset.lane.pass;

import agency.steward.instantly.pace.ByHand;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Virtual threads that all run on the test's own thread, one after the other, while time stands
 * still; when every one of them waits, it goes on to whatever is due next. So the same happens each
 * time, however fast the machine is. Whoever waits in {@code Object.wait} is out of its sight.
 */
final class ThreadsByHand {
  private final Queue<Runnable> ready = new ConcurrentLinkedQueue<>();
  private final ThreadFactory factory = on(ready::add);
  private final ByHand time;

  ThreadsByHand(ByHand time) {
    this.time = time;
  }

  /** The JDK has it for its own tests; they are given the package's door by the build. */
  private static ThreadFactory on(Executor scheduler) {
    try {
      var builder =
          Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder")
              .getDeclaredConstructor(Executor.class);
      builder.setAccessible(true);
      return ((Thread.Builder.OfVirtual) builder.newInstance(scheduler)).factory();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("another JDK has another way", e);
    }
  }

  ThreadFactory factory() {
    return factory;
  }

  /** Runs it to its end, with whatever else is due or was started meanwhile. */
  void run(Runnable work) {
    var failure = new AtomicReference<@Nullable Throwable>();
    Thread main =
        factory.newThread(() -> {
          try {
            work.run();
          } catch (RuntimeException | Error e) {
            failure.set(e);
          }
        });
    main.start();
    while (main.isAlive()) {
      runReady();
      if (main.isAlive() && !time.step()) {
        throw new AssertionError("it waits, and nothing is due");
      }
    }
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw new AssertionError(thrown);
    }
  }

  private void runReady() {
    for (Runnable next = ready.poll(); next != null; next = ready.poll()) {
      next.run();
    }
  }

  static void await(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets time go by, for the thread that calls it. */
  void pause(Duration length) {
    var over = new CountDownLatch(1);
    time.at(time.now() + length.toNanos(), over::countDown);
    try {
      over.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
