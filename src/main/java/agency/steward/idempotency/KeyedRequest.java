package agency.steward.idempotency;

/**
 * A request that carries an {@code Idempotency-Key}.
 *
 * @param id of principal, route and key: what makes it the same request
 * @param digest of body, content type and query: what must not differ then
 */
record KeyedRequest(Digest id, Digest digest) {}
