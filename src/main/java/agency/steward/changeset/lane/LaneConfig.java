package agency.steward.changeset.lane;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How change sets of many rows are applied. */
@ConfigMapping(prefix = "steward.changeset.lane")
public interface LaneConfig {

  /** How many workspaces one replica works in at a time. */
  @WithDefault("128")
  int atOnce();

  /**
   * How many calls a second all replicas together manage if no quota limits them; used for the
   * estimate of a set of many workspaces. About 4,000 for a replica with two cores.
   */
  @WithDefault("4000")
  int callsPerSecond();

  /** How many rows of one workspace are written at a time. */
  @WithDefault("64")
  int rowsInFlight();

  /** How often a replica looks for lanes that nobody works on; zero for never. */
  @WithDefault("PT0.5S")
  Duration every();

  /**
   * A replica that gives no sign of life for so long counts as dead. No write of a lane waits for
   * its answer longer than the lease lasts.
   */
  @WithDefault("PT5S")
  Duration lease();

  /** How often a replica gives a sign of life. */
  @WithDefault("PT1S")
  Duration heartbeat();

  /** The greatest age of what a row is compared with before it is written. */
  @WithDefault("PT2S")
  Duration freshness();

  /**
   * How recently a list must have been read as a whole so that its rows are written at once;
   * otherwise the whole list is read before the first write, to see whether it has shrunk.
   */
  @WithDefault("PT2M")
  Duration known();

  /**
   * How often reading a workspace is tried before its rows are given up; what was tried before any
   * of them came to its end does not count.
   */
  @WithDefault("6")
  int tries();

  /**
   * The same where Instantly answers 429 for as long as such a try lasts. Together with the pauses
   * in between, which grow to a minute, that is about a quarter of an hour.
   */
  @WithDefault("12")
  int limitedTries();
}
