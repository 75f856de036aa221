package agency.steward.changeset.stored;

import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change set as it lies in the table; only read, what writes are statements of their own. */
@Entity
@Table(name = "change_set")
class ChangeSetRow {
  @Id UUID id;
  String kind;
  String state;
  @Nullable String reason;
  String createdBy;
  Instant createdAt;
  @Nullable String digest;
  int requiredApprovals;
  @Nullable Instant plannedAt;
  @Nullable Instant expiresAt;
  @Nullable Instant startedAt;
  @Nullable Instant finishedAt;
  @Nullable UUID undoOf;
  boolean bulk;
  String[] createdAs;
  boolean applyWhenAllowed;
  String violations;
  @Nullable String coverage;
  String[] overrides;
  long events;

  ChangeSet read() {
    return new ChangeSet(
        new ChangeSetId(id),
        kind,
        State.of(state).orElseThrow(),
        Optional.ofNullable(reason),
        createdBy,
        createdAt,
        Optional.ofNullable(digest),
        requiredApprovals,
        Optional.ofNullable(plannedAt),
        Optional.ofNullable(expiresAt),
        Optional.ofNullable(startedAt),
        Optional.ofNullable(finishedAt),
        Optional.ofNullable(undoOf).map(ChangeSetId::new),
        bulk ? Optional.of(bulk()) : Optional.empty());
  }

  private Bulk bulk() {
    return new Bulk(
        Set.of(createdAs),
        applyWhenAllowed,
        StoredJson.read(violations, ArrayNode.class),
        StoredJson.object(coverage),
        Set.of(overrides),
        events);
  }
}
