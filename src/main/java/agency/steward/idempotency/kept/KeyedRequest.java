package agency.steward.idempotency.kept;

/**
 * A request that carries an {@code Idempotency-Key}.
 *
 * @param id of principal, route and key: what makes it the same request
 * @param digest of body, content type and query: what must not differ then
 */
public record KeyedRequest(Digest id, Digest digest) {}
