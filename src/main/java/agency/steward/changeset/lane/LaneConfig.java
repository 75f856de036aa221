package agency.steward.changeset.lane;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How change sets of many rows are made. */
@ConfigMapping(prefix = "steward.changeset.lane")
public interface LaneConfig {

  /** How many workspaces one replica works in at a time. */
  @WithDefault("128")
  int atOnce();

  /**
   * How many calls a second all replicas together manage where no quota holds them up; the estimate
   * of a set of many workspaces goes by it. About 4,000 for a replica of two cores.
   */
  @WithDefault("4000")
  int callsPerSecond();

  /** How many rows of one workspace are written at a time. */
  @WithDefault("64")
  int rowsInFlight();

  /** How often lanes are looked for that nobody works on; zero for never by itself. */
  @WithDefault("PT0.5S")
  Duration every();

  /**
   * A replica that says nothing for so long is taken for dead. No write of a lane waits longer for
   * its answer than is left of it.
   */
  @WithDefault("PT5S")
  Duration lease();

  /** How often a replica says that it is alive. */
  @WithDefault("PT1S")
  Duration heartbeat();

  /** What a row is compared with when it is written is never older. */
  @WithDefault("PT2S")
  Duration freshness();

  /**
   * A list that was seen whole so lately is walked through at once; else it is read whole before
   * the first write, to see whether it has shrunk.
   */
  @WithDefault("PT2M")
  Duration known();

  /** How often a workspace is tried that cannot be read, before its rows are given up. */
  @WithDefault("6")
  int tries();
}
