package agency.steward.access.job;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A profile of the agency's own as it lies in the table; rights are {@code area:verb}. */
@Entity
@Table(name = "profile")
class ProfileRow {
  @Id String name;
  String instantlyRole;
  String[] permissions;
  String[] keyScopes;
  String[] rights;
  long version;
  String updatedBy;
  Instant updatedAt;
}
