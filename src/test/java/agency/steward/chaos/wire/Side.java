package agency.steward.chaos.wire;

/**
 * On which side of a step: what was asked for has not reached the other side, or it has and Steward
 * does not know.
 */
public enum Side {
  BEFORE,
  AFTER
}
