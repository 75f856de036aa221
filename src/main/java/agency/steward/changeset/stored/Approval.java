package agency.steward.changeset.stored;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody's yes.
 *
 * @param by the principal
 * @param overrides the rules they lifted
 */
public record Approval(String by, Instant at, List<String> overrides, Optional<String> reason) {}
