package agency.steward.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One client workspace on Instantly = one tenant, as the registry knows it. */
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
    Instant createdAt,
    Instant updatedAt) {}
