package agency.steward.changeset.planning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How change sets of many rows are planned. */
@ConfigMapping(prefix = "steward.changeset.plan")
public interface PlanConfig {

  /** How many workspaces are read at a time for one set. */
  @WithDefault("512")
  int readsInFlight();

  /**
   * How many sets are planned at a time on one replica; the others wait, and principals take turns.
   */
  @WithDefault("8")
  int setsAtOnce();

  /** How many sets of one principal may wait to be planned before a further one is refused. */
  @WithDefault("100")
  int setsWaiting();

  /**
   * How long reading one workspace may take; one that takes longer counts as a target that could
   * not be read.
   */
  @WithDefault("PT60S")
  Duration readWithin();

  /** How long a plan can be approved and applied. */
  @WithDefault("PT24H")
  Duration expiresAfter();

  /** A replica that plans and gives no sign of life for so long counts as dead. */
  @WithDefault("PT10S")
  Duration lease();

  /**
   * How often planning of a set is started, without ever finishing, until the set counts as failed.
   */
  @WithDefault("5")
  int tries();

  /** How often a replica looks for plans that a dead one has left behind; zero for never. */
  @WithDefault("PT2S")
  Duration heirsEvery();
}
