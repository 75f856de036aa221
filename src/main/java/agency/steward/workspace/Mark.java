package agency.steward.workspace;

/**
 * Two readings of a workspace with the same mark are equal.
 *
 * @param conditions a hash of them, since a new look at them does not change the revision
 */
record Mark(long revision, int conditions) {}
