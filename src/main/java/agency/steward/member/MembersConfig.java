package agency.steward.member;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Members of one workspace. */
@ConfigMapping(prefix = "steward.member")
public interface MembersConfig {

  /** How long a read may take. */
  @WithDefault("PT20S")
  Duration readWithin();
}
