package agency.steward.instantly.share;

import agency.steward.instantly.pace.Amount;
import agency.steward.instantly.pace.Buckets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A replica that stops calling says so. What it sent lately still counts, unless it sent nothing.
 */
final class Farewell {
  private static final int TRIES = 5;

  private final UUID self;
  private final Buckets buckets;

  Farewell(UUID self, Buckets buckets) {
    this.self = self;
    this.buckets = buckets;
  }

  /** To be said after the last call. */
  void say(ShareStore store, long now) {
    boolean idle = isIdle(now);
    boolean said = false;
    for (int i = 0; i < TRIES && !said; i++) {
      Table table = store.read();
      said = store.write(table, without(table, idle));
    }
  }

  Table without(Table table, boolean idle) {
    var draft = new Draft(table);
    table
        .member(self)
        .ifPresent(me -> {
          if (idle) {
            draft.remove(self);
          } else {
            draft.put(self, me.leaving());
          }
        });
    return draft.table();
  }

  boolean isIdle(long now) {
    var busy = new AtomicBoolean();
    buckets.each((_, bucket) -> {
      if (!bucket.look(now).used().equals(Amount.NONE)) {
        busy.set(true);
      }
    });
    return !busy.get();
  }
}
