package agency.steward.boot.tables;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What Steward does when it starts. */
@ConfigMapping(prefix = "steward.boot")
interface BootConfig {

  /**
   * Whether tables are created and migrated if needed. If not, they already have to be as this
   * version needs them.
   */
  @WithDefault("true")
  boolean migrate();
}
