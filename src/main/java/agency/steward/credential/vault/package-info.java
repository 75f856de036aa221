/**
 * Custody in Vault's KV engine, version 2, through Quarkus Vault: one secret per workspace, written
 * with check-and-set, remembered in memory so that an outage of Vault fails no workspace.
 */
@NullMarked
package agency.steward.credential.vault;

import org.jspecify.annotations.NullMarked;
