package agency.steward.access.grant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A grant as it lies in the table; {@link GrantRows} turns it into a value and back. */
@Entity
@Table(name = "access_grant")
class GrantRow {
  @Id UUID id;
  String principal;
  String profile;
  @Nullable String selector;
  UUID @Nullable [] workspaceIds;
  String @Nullable [] tags;
  @Nullable Instant expiresAt;
  String createdBy;
  Instant createdAt;
  @Nullable String revokedBy;
  @Nullable Instant revokedAt;
}
