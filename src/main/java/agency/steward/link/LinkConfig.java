package agency.steward.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Links of workspace groups. */
@ConfigMapping(prefix = "steward.link")
interface LinkConfig {

  /** How long Steward remembers whether a workspace administers a group. */
  @WithDefault("PT15M")
  Duration remember();

  /** How long reading the links of one workspace may take when rights depend on them. */
  @WithDefault("PT10S")
  Duration askWithin();
}
