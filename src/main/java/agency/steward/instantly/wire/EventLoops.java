package agency.steward.instantly.wire;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;

/** Hands out the event loops in turn. */
final class EventLoops {
  private EventLoops() {}

  /** A context of the next one. Asked from a new thread, since an old one always gets the same. */
  static Context next(Vertx vertx) {
    var context = new CompletableFuture<Context>();
    Thread.ofPlatform().start(() -> context.complete(vertx.getOrCreateContext()));
    return context.join();
  }
}
