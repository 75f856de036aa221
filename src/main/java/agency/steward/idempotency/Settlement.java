package agency.steward.idempotency;

import java.util.Optional;
import java.util.UUID;

/**
 * How a room tells what became of a request whose process died or whose outcome was unknown: by
 * looking at what it bound with {@link Idempotency#bind}. A CDI bean, one for each kind.
 */
public interface Settlement {

  /** The kind as it was bound; stays the same for ever. */
  String kind();

  /**
   * What the request would have been answered, or a problem {@code OUTCOME_UNKNOWN} where that
   * cannot be known now; empty while it is still going on. A passing failure (401, 403, 429, 5xx)
   * lets the request run anew. Called outside of any transaction, after access was checked.
   */
  Optional<StoredAnswer> settle(UUID id);
}
