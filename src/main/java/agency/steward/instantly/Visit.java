package agency.steward.instantly;

import agency.steward.instantly.door.Door;
import agency.steward.instantly.pace.Priority;
import agency.steward.instantly.wire.Permit;

/**
 * What one bound client is for.
 *
 * @param probing whether a success makes well again what was found broken
 * @param permit asked before each call of its own; not before proofs of identity
 */
record Visit(Door door, Deadline deadline, Priority priority, boolean probing, Permit permit) {

  Visit(Door door, Deadline deadline, Priority priority, boolean probing) {
    this(door, deadline, priority, probing, Permit.ALWAYS);
  }
}
