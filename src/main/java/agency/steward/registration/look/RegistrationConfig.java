package agency.steward.registration.look;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How workspaces are registered and checked. */
@ConfigMapping(prefix = "steward.registration")
public interface RegistrationConfig {

  /** How long checking one workspace may take. */
  @WithDefault("PT20S")
  Duration lookDeadline();

  /**
   * How long proving the sub-workspaces of a group may take; those not proven by then are skipped.
   */
  @WithDefault("PT2M")
  Duration importDeadline();

  /** How many sub-workspaces are proven at the same time. */
  @WithDefault("16")
  int importParallelism();

  /**
   * After how long an errand into custody counts as abandoned; far longer than custody may take to
   * answer.
   */
  @WithDefault("PT2M")
  Duration errandGrace();

  /** How long a superseded key stays in custody for calls that are under way with it. */
  @WithDefault("PT1M")
  Duration supersededKeyKept();

  /** Whether this replica checks broken workspaces again and finishes abandoned errands. */
  @WithDefault("true")
  boolean upkeep();
}
