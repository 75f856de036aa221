package agency.steward.ledger;

/**
 * An entry as it was recorded.
 *
 * @param json the canonical bytes (RFC 8785) that were hashed
 * @param hash {@code sha256:} and the hex digits of SHA-256 over the hash before, as 32 bytes, and
 *     {@code json}
 */
public record RecordedEntry(long seq, byte[] json, String hash) {}
