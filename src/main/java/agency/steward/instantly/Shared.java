package agency.steward.instantly;

import agency.steward.instantly.door.Keyring;
import agency.steward.instantly.send.Sender;

/**
 * What all bound clients have in common.
 *
 * @param maxPages of one list
 */
record Shared(Sender sender, Keyring keyring, Findings findings, Proofs proofs, int maxPages) {}
