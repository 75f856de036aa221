package agency.steward.fleet;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How wide and how long Steward reads across the fleet. */
@ConfigMapping(prefix = "steward.fleet")
interface FleetConfig {

  /** Most calls into workspaces that one answer has in flight at a time. */
  @WithDefault("2048")
  int callsInFlight();

  /** Most calls into workspaces that all answers together have in flight at a time. */
  @WithDefault("4096")
  int totalCallsInFlight();

  /**
   * Bytes of one answer that may wait for its reader. Beyond it no further workspace is asked until
   * the reader has caught up.
   */
  @WithDefault("8M")
  MemorySize buffer();

  /**
   * Bytes of one answer that may be held back until it is known to be complete, if the caller
   * requires that. Beyond it the answer is ANSWER_TOO_LARGE.
   */
  @WithDefault("64M")
  MemorySize heldBack();

  /**
   * Bytes of rows that one answer may hold to sort them over all workspaces, as audit logs in JSON
   * are. A workspace whose rows do not fit fails with ANSWER_TOO_LARGE.
   */
  @WithDefault("64M")
  MemorySize ordered();
}
