package agency.steward.changeset.attempt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a change may take, and how long Steward looks for an unknown outcome. */
@ConfigMapping(prefix = "steward.changeset")
public interface ChangeSetConfig {

  /**
   * How long a process that changes something counts as alive. Longer than {@link #readWithin}, and
   * than {@link #writeWithin} and the looks after it together, so that no living process ever loses
   * its lease.
   */
  @WithDefault("PT20S")
  Duration lease();

  /** How long reading before the write may take, all reads together. */
  @WithDefault("PT12S")
  Duration readWithin();

  /** How long the write itself may take. */
  @WithDefault("PT8S")
  Duration writeWithin();

  /** How long each look after the write may take. */
  @WithDefault("PT3S")
  Duration lookWithin();

  /**
   * How long a change waits for another one that needs the same part of the workspace, such as its
   * admins.
   */
  @WithDefault("PT3S")
  Duration waitWithin();

  /**
   * How long after an unanswered write its effect may still appear; if it has not by then, the
   * write did not happen.
   */
  @WithDefault("PT1M")
  Duration doubt();

  /** How long Steward looks for an unknown outcome; after that it stays unknown. */
  @WithDefault("PT15M")
  Duration settleWithin();

  /** How long reading a whole workspace may take while the rows of a set are made. */
  @WithDefault("PT60S")
  Duration surveyWithin();

  /** How often Steward looks for unknown outcomes; zero for never. */
  @WithDefault("PT2S")
  Duration settleEvery();
}
