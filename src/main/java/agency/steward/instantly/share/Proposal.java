package agency.steward.instantly.share;

import agency.steward.instantly.pace.Amount;
import java.util.Map;

/**
 * What one replica would have the table be.
 *
 * @param shares what it will use then of which bucket
 * @param soon whether it is worth to look again soon
 */
record Proposal(Table before, Table after, Map<String, Amount> shares, boolean soon) {}
