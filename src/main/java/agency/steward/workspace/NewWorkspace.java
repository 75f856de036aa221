package agency.steward.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workspace about to be registered: its key is in custody, its identity proven. */
public record NewWorkspace(
    WorkspaceId id,
    InstantlyWorkspaceId instantlyId,
    String name,
    String instantlyName,
    Optional<String> externalId,
    Map<String, String> labels,
    Credential credential,
    List<Condition> conditions,
    Instant now) {}
