package agency.steward.registration.look;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How workspaces are taken in and looked at. */
@ConfigMapping(prefix = "steward.registration")
public interface RegistrationConfig {

  /** How long looking at one workspace may take. */
  @WithDefault("PT20S")
  Duration lookDeadline();

  /**
   * How long proving the sub-workspaces of a group may take; what is not proven then is skipped.
   */
  @WithDefault("PT2M")
  Duration importDeadline();

  /** How many sub-workspaces are proven at the same time. */
  @WithDefault("16")
  int importParallelism();

  /** When an errand into custody counts as abandoned; far above what custody may take to answer. */
  @WithDefault("PT2M")
  Duration errandGrace();

  /** How long a superseded key stays in custody for calls that are under way with it. */
  @WithDefault("PT1M")
  Duration supersededKeyKept();

  /** Whether this replica looks at broken workspaces again and ends errands left behind. */
  @WithDefault("true")
  boolean upkeep();
}
