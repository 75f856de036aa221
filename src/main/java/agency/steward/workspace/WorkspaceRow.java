package agency.steward.workspace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workspace as it lies in the table; {@link WorkspaceRows} turns it into a value. */
@SuppressWarnings("NullAway.Init") // WorkspaceRows fills it
class WorkspaceRow {
  UUID id;
  String instantlyWorkspaceId;
  String name;
  String instantlyName;
  @Nullable String externalId;
  String labels;
  String state;
  String conditions;
  @Nullable String suspendedReason;
  @Nullable String suspendedBy;
  @Nullable Instant suspendedAt;
  String credentialMode;
  @Nullable String keyId;
  @Nullable String fingerprint;
  @Nullable Integer keyVersion;
  @Nullable UUID adminWorkspaceId;
  Instant storedAt;
  long revision;
  Instant createdAt;
  Instant updatedAt;
}
