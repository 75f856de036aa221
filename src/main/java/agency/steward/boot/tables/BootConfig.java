package agency.steward.boot.tables;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is done at the start. */
@ConfigMapping(prefix = "steward.boot")
interface BootConfig {

  /**
   * Whether the tables are made and migrated where that is needed. Without, they have to be as this
   * version wants them.
   */
  @WithDefault("true")
  boolean migrate();
}
