package agency.steward.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long answers are kept, and how soon a crash is noticed. */
@ConfigMapping(prefix = "steward.idempotency")
public interface IdempotencyConfig {

  /**
   * How long an Idempotency-Key is remembered, counted from its first request; at least a day
   * (contract 1).
   */
  @WithDefault("PT25H")
  Duration retention();

  /**
   * After how long without a sign of life from the process that runs a request another process may
   * take it over. Safe at any length: a process that has lost its claim can no longer bind an
   * intent to it.
   */
  @WithDefault("PT30S")
  Duration lease();

  /** How often old records are removed. */
  @WithDefault("PT10M")
  Duration sweepEvery();
}
