package agency.steward.changeset.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The limits that guards apply. Steward does not start with a setting that it cannot read: a guard
 * that has lost its limits must not let everything through.
 */
@ConfigMapping(prefix = "steward.guard")
public interface GuardConfig {

  /**
   * How many removals, demotions and cancelled invitations one principal may make within an hour,
   * those of change sets included, before one-row writes of this sort are refused; from then on it
   * takes a change set.
   */
  @WithDefault("50")
  int riskyRowsPerHour();

  /**
   * Addresses of people who are neither removed nor given another role; {@code *} stands for
   * anything.
   */
  Optional<List<String>> protectedPeople();

  /**
   * The agency's own mail domains. People with other addresses are changed only if they are named.
   */
  Optional<List<String>> agencyDomains();

  /** Times in which no change set is applied: {@code 2026-12-24T00:00:00Z/2027-01-02T00:00:00Z}. */
  Optional<List<FreezeWindow>> freezeWindows();

  /** Removals, demotions and cancelled invitations in one workspace. */
  WorkspaceBudget workspaceBudget();

  /** Removals, demotions and cancelled invitations in one change set. */
  SetBudget setBudget();

  /** When a list that has become shorter is not believed. */
  Shrunk listShrank();

  /** When a change set needs a second person. */
  Approvals approvals();

  /** The greater of both counts. */
  interface WorkspaceBudget {

    /** How many risky rows in one workspace are within the budget, whatever their share. */
    @WithDefault("3")
    int rows();

    /** Which percentage of the people in the workspace is within the budget. */
    @WithDefault("25")
    int percent();
  }

  /** The greater of both counts. */
  interface SetBudget {

    /** How many risky rows in the whole set are within the budget, whatever their share. */
    @WithDefault("50")
    int rows();

    /** Which percentage of the people in all targets is within the budget. */
    @WithDefault("5")
    int percent();
  }

  /** Both have to be so. */
  interface Shrunk {

    /** The list is at least so many objects shorter. */
    @WithDefault("3")
    int rows();

    /** The list is shorter by more than this percentage. */
    @WithDefault("30")
    int percent();

    /** How much later it must be seen again, as short as that, to be believed. */
    @WithDefault("PT10M")
    Duration believedAfter();
  }

  /** What may be applied without a second person. */
  interface Approvals {

    /** How many rows may be applied without approval, if none of them is delicate. */
    @WithDefault("25")
    int freeRows();

    /** How many people have to approve anything beyond that. */
    @WithDefault("1")
    int required();
  }
}
