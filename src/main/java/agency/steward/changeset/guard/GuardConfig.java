package agency.steward.changeset.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What guards hold to. Steward does not start with a setting that it cannot read: a guard that has
 * lost its limits must not let everything through.
 */
@ConfigMapping(prefix = "steward.guard")
public interface GuardConfig {

  /**
   * After how many removals, demotions and cancelled invitations within an hour, those of change
   * sets included, one principal makes no more by one-row writes; beyond, it takes a change set.
   */
  @WithDefault("50")
  int riskyRowsPerHour();

  /** Addresses that are neither removed nor given another role; {@code *} stands for anything. */
  Optional<List<String>> protectedPeople();

  /** The agency's own mail domains. Whoever is outside them is only changed when named. */
  Optional<List<String>> agencyDomains();

  /** When no change set is applied: {@code 2026-12-24T00:00:00Z/2027-01-02T00:00:00Z}. */
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

    /** So many risky rows in one workspace are within the budget whatever the share. */
    @WithDefault("3")
    int rows();

    /** Of the people in the workspace. */
    @WithDefault("25")
    int percent();
  }

  /** The greater of both counts. */
  interface SetBudget {

    /** So many risky rows in the whole set are within the budget whatever the share. */
    @WithDefault("50")
    int rows();

    /** Of the people in all targets. */
    @WithDefault("5")
    int percent();
  }

  /** Both have to be so. */
  interface Shrunk {

    /** So many fewer, at least. */
    @WithDefault("3")
    int rows();

    /** More than this share fewer. */
    @WithDefault("30")
    int percent();

    /** It is believed once it was seen again so long afterwards. */
    @WithDefault("PT10M")
    Duration believedAfter();
  }

  /** What goes without a second person. */
  interface Approvals {

    /** So many rows, where none of them is delicate. */
    @WithDefault("25")
    int freeRows();

    /** How many people have to approve where somebody has to. */
    @WithDefault("1")
    int required();
  }
}
