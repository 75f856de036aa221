package agency.steward.changeset.lane.claim;

import agency.steward.changeset.lane.written.LaneStore;
import agency.steward.neighbour.Neighbours;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Lanes whose holders have certainly ended need not wait for the end of their leases. */
@ApplicationScoped
class Orphans {
  /** For what a holder has sent last to have its effect, before an heir looks. */
  static final Duration ECHO = Duration.ofMillis(1_500);

  private final LaneStore store;
  private final Neighbours neighbours = Neighbours.ofThisMachine();

  Orphans(LaneStore store) {
    this.store = store;
  }

  /** Whether there are such lanes; they are free once the echo is over. */
  boolean release() {
    List<String> ended = store.holders().stream().filter(neighbours::hasEnded).toList();
    if (!ended.isEmpty()) {
      store.cutShort(ended, ECHO);
    }
    return !ended.isEmpty();
  }
}
