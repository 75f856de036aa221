package agency.steward.idempotency.kept;

import java.util.UUID;

/** What a request has started, such as a change set; its {@link Settlement} looks at it. */
public record Intent(String kind, UUID id) {}
