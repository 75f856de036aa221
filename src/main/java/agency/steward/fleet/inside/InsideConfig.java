package agency.steward.fleet.inside;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Reading one workspace. */
@ConfigMapping(prefix = "steward.inside")
public interface InsideConfig {

  /** How long a read of one workspace may take. */
  @WithDefault("PT20S")
  Duration readWithin();
}
