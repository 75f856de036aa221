package agency.steward.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One client workspace on Instantly = one tenant, as the registry knows it.
 *
 * @param name Steward's name for it; {@code instantlyName} is Instantly's
 * @param suspension present exactly when the state is {@code SUSPENDED}
 * @param revision moves with every edit and every change of state, not with a mere look
 */
public record Workspace(
    WorkspaceId id,
    String name,
    String instantlyName,
    InstantlyWorkspaceId instantlyId,
    Optional<String> externalId,
    WorkspaceState state,
    List<Condition> conditions,
    Map<String, String> labels,
    Credential credential,
    Optional<Suspension> suspension,
    long revision,
    Instant createdAt,
    Instant updatedAt) {

  /** Whether it is reached through the admin workspace of a group, without a key of its own. */
  public boolean isDelegated() {
    return credential instanceof Credential.Delegated;
  }

  public Optional<Condition> condition(Condition.Type type) {
    return conditions.stream().filter(c -> c.type() == type).findFirst();
  }
}
