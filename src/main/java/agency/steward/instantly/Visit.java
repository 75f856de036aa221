package agency.steward.instantly;

import agency.steward.instantly.door.Door;
import agency.steward.instantly.pace.Priority;

/**
 * What one bound client is for.
 *
 * @param probing whether a success makes well again what was found broken
 */
record Visit(Door door, Deadline deadline, Priority priority, boolean probing) {}
