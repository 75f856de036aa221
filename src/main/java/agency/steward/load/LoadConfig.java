package agency.steward.load;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How much one replica has under way at a time (docs/overload.md). No principal has more of
 * anything than is left free for the others, so that one alone gets half of it.
 */
@ConfigMapping(prefix = "steward.load")
interface LoadConfig {

  /** Most requests under way. Health, metrics and the API's description are never counted. */
  @WithDefault("2048")
  int requests();

  /** Most fleet reads under way. */
  @WithDefault("32")
  int fleetReads();

  /** Most followers of change sets, over server-sent events. */
  @WithDefault("256")
  int followers();

  /**
   * Bytes of bodies, as announced, of the requests under way; unannounced ones count as largest.
   */
  @WithDefault("128M")
  MemorySize bodies();

  /**
   * How long the reader of a stream may take for 64 KiB before they are disconnected. Streams are
   * NDJSON, CSV, server-sent events and all fleet reads.
   */
  @WithDefault("PT30S")
  Duration readerPatience();
}
