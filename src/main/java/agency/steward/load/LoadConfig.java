package agency.steward.load;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/**
 * How much one replica has under way at a time (docs/overload.md). No principal may hold more of
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
   * Most bytes in the bodies of requests under way, by their announced lengths; a body without one
   * counts as the largest allowed.
   */
  @WithDefault("128M")
  MemorySize bodies();

  /**
   * Most bytes of rows that fleet reads hold until it is known that they are complete, or to put
   * them in order. Not set: an eighth of the heap.
   */
  Optional<MemorySize> held();

  /**
   * How long a client may take to read 64 KiB of a stream before it is disconnected. Streams are
   * NDJSON, CSV, server-sent events and all fleet reads.
   */
  @WithDefault("PT30S")
  Duration readerPatience();

  /**
   * How long a list out of Steward's database waits for its turn. Lists have half of the
   * connections ({@code quarkus.datasource.jdbc.max-size}), and principals take turns.
   */
  @WithDefault("PT5S")
  Duration listTurnWithin();
}
