package agency.steward.registration.look;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** The same for many, so many at a time, each on a virtual thread of its own. */
public final class Abreast {
  private Abreast() {}

  /**
   * Ends when all have ended.
   *
   * @param work must not throw
   */
  public static <T, R> List<R> map(List<T> items, int most, Function<T, R> work) {
    var room = new Semaphore(most);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<R>> under =
          items.stream().map(item -> threads.submit(within(room, () -> work.apply(item)))).toList();
      return under.stream().map(Abreast::result).toList();
    }
  }

  private static <R> Callable<R> within(Semaphore room, Callable<R> work) {
    return () -> {
      room.acquire();
      try {
        return work.call();
      } finally {
        room.release();
      }
    };
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while others were at work", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
