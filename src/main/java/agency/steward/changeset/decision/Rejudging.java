package agency.steward.changeset.decision;

import agency.steward.changeset.guard.Finding;
import agency.steward.changeset.guard.GuardConfig;
import agency.steward.changeset.guard.SetRules;
import agency.steward.changeset.stored.ChangeSetId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/** Judges the rules for a whole set once more: by the limits, the rows and the time of now. */
@ApplicationScoped
public class Rejudging {
  private final DecisionStore store;
  private final GuardConfig config;
  private final InstantSource clock;

  Rejudging(DecisionStore store, GuardConfig config, InstantSource clock) {
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  List<Finding> findings(ChangeSetId id) {
    return SetRules.judge(store.tallies(id), config, clock.instant());
  }

  /** Whether no row may be begun now, unless the rule was lifted for its set. */
  public boolean isFrozen() {
    return SetRules.frozen(config, clock.instant()).isPresent();
  }
}
