package agency.steward.changeset.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What guards hold to. Steward does not start with a setting that it cannot read: a guard that has
 * lost its limits must not let everything through.
 */
@ConfigMapping(prefix = "steward.guard")
public interface GuardConfig {

  /**
   * How many removals, demotions and cancelled invitations one principal may make within an hour by
   * one-row writes; beyond, it takes a change set.
   */
  @WithDefault("50")
  int riskyRowsPerHour();
}
