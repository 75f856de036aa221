package agency.steward.idempotency.kept;

import java.util.UUID;

/**
 * The right to run one request.
 *
 * @param id of the record
 * @param ticket ours; the record of a claim that was taken over has another
 */
public record Claim(Digest id, UUID ticket) {}
