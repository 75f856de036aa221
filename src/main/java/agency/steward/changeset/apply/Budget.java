package agency.steward.changeset.apply;

import agency.steward.changeset.attempt.Attempt;
import agency.steward.changeset.attempt.Refusals;
import agency.steward.changeset.guard.GuardConfig;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.stored.ChangeStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;

/** One-row writes are free, but somebody who removes one after the other needs a second person. */
@ApplicationScoped
class Budget {
  private static final Duration HOUR = Duration.ofHours(1);

  private final ChangeStore store;
  private final int limit;
  private final InstantSource clock;

  @Inject
  Budget(ChangeStore store, GuardConfig config, InstantSource clock) {
    this(store, config.riskyRowsPerHour(), clock);
  }

  Budget(ChangeStore store, int limit, InstantSource clock) {
    this.store = store;
    this.limit = limit;
    this.clock = clock;
  }

  /** Throws {@code APPROVAL_REQUIRED} where the change is one too many. */
  void check(Attempt attempt) {
    if (attempt.change().effect() == Effect.REDUCES
        && store.hasRiskyRows(attempt.actor().principal(), clock.instant().minus(HOUR), limit)) {
      throw Refusals.tooManyRisky(limit).thrown();
    }
  }
}
