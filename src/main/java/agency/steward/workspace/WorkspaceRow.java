package agency.steward.workspace;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A workspace as it lies in the table; {@link WorkspaceRows} turns it into a value. */
@Entity
@Table(name = "workspace")
class WorkspaceRow {
  @Id UUID id;
  String instantlyWorkspaceId;
  String name;
  String instantlyName;
  @Nullable String externalId;

  @ColumnTransformer(write = "CAST(? AS jsonb)")
  String labels;

  String state;

  @ColumnTransformer(write = "CAST(? AS jsonb)")
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
  @Version long revision;
  Instant createdAt;
  Instant updatedAt;
}
