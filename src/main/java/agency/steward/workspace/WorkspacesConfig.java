package agency.steward.workspace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the registry looks after workspaces. */
@ConfigMapping(prefix = "steward.workspaces")
public interface WorkspacesConfig {

  /** How often a workspace that is neither active nor suspended is checked again. */
  @WithDefault("PT5M")
  Duration reprobeEvery();

  /** How many workspaces are checked again at the same time. */
  @WithDefault("16")
  int reprobeParallelism();

  /** How old {@code checked_at} of an unchanged condition may get before a call refreshes it. */
  @WithDefault("PT5M")
  Duration checkedAtMaxAge();

  /**
   * How often a replica checks whether workspaces that are being called have changed. A call may
   * rely on what was known a second ago; if nobody has checked since, it checks itself. With PT0S
   * every call does.
   */
  @WithDefault("PT0.4S")
  Duration refreshEvery();

  /** How many labels one workspace may have. */
  @WithDefault("64")
  int maxLabels();
}
