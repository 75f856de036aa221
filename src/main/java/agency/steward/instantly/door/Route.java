package agency.steward.instantly.door;

import agency.steward.credential.ApiKey;
import agency.steward.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;

/**
 * The way through a door.
 *
 * @param holder the registered workspace whose key it is
 * @param version of the key in custody, 0 for one that is not there
 * @param as the sub workspace to act as
 * @param charged whose quota the calls use
 */
public record Route(
    ApiKey key,
    Optional<WorkspaceId> holder,
    int version,
    Optional<String> as,
    List<String> charged) {

  public boolean isDelegated() {
    return as.isPresent();
  }

  /** The same key without acting as anybody. */
  public Route asAdmin() {
    return new Route(key, holder, version, Optional.empty(), charged);
  }

  /** Whether going this way can come to anything else than going the other. */
  public boolean differsFrom(Route other) {
    return !key.equals(other.key) || !as.equals(other.as);
  }
}
