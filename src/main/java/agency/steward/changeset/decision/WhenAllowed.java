package agency.steward.changeset.decision;

import agency.steward.changeset.stored.ChangeSetId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/**
 * Sets that shall go as soon as nothing stands against them, looked at again and again: a freeze
 * ends without anybody asking, and so may a replica right after it has planned one.
 */
@ApplicationScoped
public class WhenAllowed {
  private final DecisionStore store;
  private final Going going;
  private final InstantSource clock;

  WhenAllowed(DecisionStore store, Going going, InstantSource clock) {
    this.store = store;
    this.going = going;
    this.clock = clock;
  }

  @Transactional
  public void go() {
    for (ChangeSetId id : store.waiting(clock.instant())) {
      going.applyIfAllowed(id);
    }
  }
}
