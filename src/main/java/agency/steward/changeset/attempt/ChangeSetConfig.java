package agency.steward.changeset.attempt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a change may take, and how long its outcome is looked for. */
@ConfigMapping(prefix = "steward.changeset")
public interface ChangeSetConfig {

  /**
   * How long somebody who changes something is believed to be alive. Longer than {@link
   * #readWithin}, and than {@link #writeWithin} and the looks after it together, so that nobody who
   * is alive ever loses it.
   */
  @WithDefault("PT20S")
  Duration lease();

  /** For everything that is read before the write. */
  @WithDefault("PT12S")
  Duration readWithin();

  /** For the write itself. */
  @WithDefault("PT8S")
  Duration writeWithin();

  /** For each look after the write. */
  @WithDefault("PT3S")
  Duration lookWithin();

  /**
   * How long a change waits for another one that needs the same of the workspace, as its admins.
   */
  @WithDefault("PT3S")
  Duration waitWithin();

  /**
   * How long after an unanswered write its effect may still come; not seen by then, it has not
   * happened.
   */
  @WithDefault("PT1M")
  Duration doubt();

  /** How long an unknown outcome is looked for. After that it stays unknown. */
  @WithDefault("PT15M")
  Duration settleWithin();

  /** For reading a workspace whole while a set of many rows is made. */
  @WithDefault("PT60S")
  Duration surveyWithin();

  /** How often unknown outcomes are looked for; zero for never by itself. */
  @WithDefault("PT2S")
  Duration settleEvery();
}
