package agency.steward.changeset.apply;

import agency.steward.changeset.attempt.ChangeSetConfig;
import agency.steward.changeset.attempt.Sleeper;
import agency.steward.changeset.lease.Lease;
import agency.steward.changeset.lease.Leases;
import agency.steward.workspace.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** The leases of one attempt; closing gives back what was not given back with the outcome. */
final class Holding implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Holding.class);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Leases leases;
  private final Sleeper sleeper;
  private final ChangeSetConfig config;
  private final WorkspaceId workspace;
  private final List<Lease> held = new ArrayList<>();

  Holding(Leases leases, Sleeper sleeper, ChangeSetConfig config, WorkspaceId workspace) {
    this.leases = leases;
    this.sleeper = sleeper;
    this.config = config;
    this.workspace = workspace;
  }

  /** Throws {@code SUBJECT_BUSY} where somebody else holds it. */
  void take(String name) {
    held.add(leases.take(workspace, name, config.lease()).orElseThrow(Leases::busy));
  }

  /** As {@link #take}, but waits a while for whoever has it. */
  void await(String name) {
    for (Duration waited = Duration.ZERO;
        waited.compareTo(config.waitWithin()) < 0;
        waited = waited.plus(PAUSE)) {
      var taken = leases.take(workspace, name, config.lease());
      if (taken.isPresent()) {
        held.add(taken.get());
        return;
      }
      sleeper.sleep(PAUSE);
    }
    throw Leases.busy();
  }

  /** The subject's first. */
  List<Lease> leases() {
    return List.copyOf(held);
  }

  /** They were given back together with the outcome. */
  void given() {
    held.clear();
  }

  /** What cannot be given back ends by itself; the answer is the same. */
  @Override
  public void close() {
    for (Lease lease : held) {
      try {
        leases.giveBack(lease);
      } catch (RuntimeException e) {
        LOG.warnf("A lease could not be given back: %s", e.getMessage());
      }
    }
  }
}
