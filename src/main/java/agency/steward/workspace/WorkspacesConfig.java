package agency.steward.workspace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the registry looks after workspaces. */
@ConfigMapping(prefix = "steward.workspaces")
public interface WorkspacesConfig {

  /** How often a workspace that is not active, but not suspended, is looked at again. */
  @WithDefault("PT5M")
  Duration reprobeEvery();

  /** How many workspaces are looked at again at the same time. */
  @WithDefault("16")
  int reprobeParallelism();

  /** How old {@code checked_at} of an unchanged condition may get before a call refreshes it. */
  @WithDefault("PT5M")
  Duration checkedAtMaxAge();

  /**
   * How often it is looked whether workspaces have changed that calls are made into. Such a call
   * may rest on what was known a second ago; where nobody has looked since, it looks by itself.
   * PT0S: always so.
   */
  @WithDefault("PT0.4S")
  Duration refreshEvery();

  /** How many labels one workspace may have. */
  @WithDefault("64")
  int maxLabels();
}
