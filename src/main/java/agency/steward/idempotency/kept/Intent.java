package agency.steward.idempotency.kept;

import java.util.UUID;

/** What a request set going, such as a change set, for its {@link Settlement} to look at. */
public record Intent(String kind, UUID id) {}
