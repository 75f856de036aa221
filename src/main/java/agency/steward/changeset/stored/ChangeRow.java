package agency.steward.changeset.stored;

import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Reversibility;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row as it lies in the table; only read, what writes are statements of their own. */
@Entity
@IdClass(ChangeRow.Key.class)
@Table(name = "change")
class ChangeRow {
  @Id UUID changeSetId;
  @Id int seq;
  UUID workspaceId;
  String workspaceName;
  @Nullable String subject;
  @Nullable String objectId;
  String action;
  @Nullable String before;
  @Nullable String after;
  String reversibility;
  String effect;
  String lock;
  String intent;
  String result;
  String violations;
  boolean verified;
  int attempts;
  @Nullable String found;
  @Nullable String problem;
  @Nullable Instant appliedAt;
  @Nullable Instant lookAt;
  @Nullable String wish;
  @Nullable String kind;
  boolean named;
  int phase;
  long event;
  @Nullable Instant triedAt;

  /** The primary key. */
  record Key(UUID changeSetId, int seq) implements Serializable {}

  RecordedChange read() {
    return new RecordedChange(
        new ChangeSetId(changeSetId),
        seq,
        new WorkspaceId(workspaceId),
        workspaceName,
        change(),
        new Intent(lock, StoredJson.read(intent, ObjectNode.class)),
        Result.of(result).orElseThrow(),
        StoredJson.read(violations, ArrayNode.class),
        verified,
        attempts,
        StoredJson.object(found),
        StoredJson.object(problem),
        Optional.ofNullable(appliedAt),
        Optional.ofNullable(lookAt),
        new RecordedChange.Origin(
            Optional.ofNullable(kind),
            StoredJson.object(wish),
            named,
            phase,
            event,
            Optional.ofNullable(triedAt)));
  }

  private Change change() {
    return new Change(
        action,
        subject == null ? "" : subject,
        Optional.ofNullable(objectId),
        StoredJson.object(before),
        StoredJson.object(after),
        Effect.of(effect),
        Reversibility.of(reversibility));
  }
}
