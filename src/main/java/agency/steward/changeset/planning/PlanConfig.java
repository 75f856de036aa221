package agency.steward.changeset.planning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How change sets of many rows are planned. */
@ConfigMapping(prefix = "steward.changeset.plan")
public interface PlanConfig {

  /** How many workspaces are read at a time, for one set. */
  @WithDefault("512")
  int readsInFlight();

  /** How many sets are planned at a time on one replica; the others wait by turns. */
  @WithDefault("8")
  int setsAtOnce();

  /** How many sets of one principal may wait for that before a further one is refused. */
  @WithDefault("100")
  int setsWaiting();

  /** How long one workspace may take; one that takes longer is a target that could not be read. */
  @WithDefault("PT60S")
  Duration readWithin();

  /** How long a plan can be approved and applied. */
  @WithDefault("PT24H")
  Duration expiresAfter();

  /** Whoever plans and says nothing for so long is taken for dead. */
  @WithDefault("PT10S")
  Duration lease();

  /** How often planning is begun that never comes to its end, before the set has failed. */
  @WithDefault("5")
  int tries();

  /** How often plans are looked for that somebody has left behind; zero for never by itself. */
  @WithDefault("PT2S")
  Duration heirsEvery();
}
