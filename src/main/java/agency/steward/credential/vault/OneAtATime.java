package agency.steward.credential.vault;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Many who need the same key at the same moment ask once: a thousand delegates share one. */
final class OneAtATime<K, T> {
  private final Map<K, CompletableFuture<T>> underWay = new ConcurrentHashMap<>();

  T ask(K what, Supplier<T> question) {
    var mine = new CompletableFuture<T>();
    CompletableFuture<T> others = underWay.putIfAbsent(what, mine);
    if (others != null) {
      return others.join();
    }
    try {
      mine.complete(question.get());
    } catch (RuntimeException e) {
      mine.completeExceptionally(e);
    } finally {
      underWay.remove(what);
    }
    return mine.join();
  }
}
