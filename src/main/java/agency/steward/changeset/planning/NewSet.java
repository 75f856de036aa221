package agency.steward.changeset.planning;

import agency.steward.changeset.stored.ChangeSetId;
import java.util.List;
import java.util.Optional;

/**
 * A set that is about to be planned.
 *
 * @param createdBy the principal
 * @param createdAs their fleet roles
 */
public record NewSet(
    ChangeSetId id,
    String kind,
    Optional<String> reason,
    String createdBy,
    List<String> createdAs,
    boolean whenAllowed,
    Requested requested) {

  Optional<ChangeSetId> undoOf() {
    return requested.undoOf();
  }
}
