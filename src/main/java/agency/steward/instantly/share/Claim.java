package agency.steward.instantly.share;

import agency.steward.instantly.pace.Amount;

/**
 * What one replica has of one bucket.
 *
 * @param share at least what it uses, however soon it will use less
 */
record Claim(Amount share, Need need) {}
