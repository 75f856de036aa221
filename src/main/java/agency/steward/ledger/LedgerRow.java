package agency.steward.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "ledger_entry")
class LedgerRow {
  @Id long seq;
  Instant at;
  String principal;
  String action;

  @Nullable UUID workspaceId;

  @Nullable UUID changeSetId;

  byte[] entry;
  byte[] hash;

  Link link() {
    return new Link(
        seq,
        at,
        principal,
        action,
        Optional.ofNullable(workspaceId),
        Optional.ofNullable(changeSetId),
        entry,
        new Hash(hash));
  }
}
