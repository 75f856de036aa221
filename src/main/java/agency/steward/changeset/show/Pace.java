package agency.steward.changeset.show;

import agency.steward.changeset.stored.Summary;

/**
 * How fast sets are applied, for the estimate of a set that has the quotas to itself.
 *
 * @param perSecond calls a second that one workspace allows
 * @param lanes how many workspaces are worked in at a time
 * @param ofAll calls a second that Steward manages if no quota limits it
 */
record Pace(double perSecond, double lanes, double ofAll) {

  /**
   * Seconds that no lane is faster than, however few rows it has: whose key it is and the list are
   * read, a row is written, the list is read again; each takes about 120 ms (performance.md).
   */
  private static final double LANE = 0.5;

  /** Seconds until a page is read again, of which rows are left to compare with it. */
  private static final double FRESH = 1.6;

  /** Rows until the next page is read in any case. */
  private static final double PAGE = 100;

  /** Whole seconds, one at least. */
  long seconds(Summary.Left left) {
    return Math.max(1, (long) Math.ceil(takes(left)));
  }

  /** In seconds; what is narrowest says it. */
  double takes(Summary.Left left) {
    double each = (1 + readAgain()) / perSecond;
    double quota = left.deepest() * each + LANE;
    double turns = (left.calls() * each + left.lanes() * LANE) / lanes;
    double machines = left.calls() / ofAll;
    return Math.max(quota, Math.max(turns, machines));
  }

  /** How many more pages are read for each call, where rows wait long for the quota. */
  private double readAgain() {
    return Math.max(0, 1 / (FRESH * perSecond) - 1 / PAGE);
  }
}
