package agency.steward.workspace;

/**
 * Two readings of a workspace with the same one are the same.
 *
 * @param conditions a hash of them: that they were looked at again is no new revision
 */
record Mark(long revision, int conditions) {}
