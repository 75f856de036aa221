package agency.steward.workspace;

import static java.util.Objects.requireNonNull;

import agency.steward.sql.Row;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between rows and values. */
final class WorkspaceRows {
  private static final String OWN_KEY = "own_key";
  private static final String DELEGATED = "delegated";

  private WorkspaceRows() {}

  static Workspace read(WorkspaceRow row) {
    return new Workspace(
        new WorkspaceId(row.id),
        row.name,
        row.instantlyName,
        new InstantlyWorkspaceId(row.instantlyWorkspaceId),
        Optional.ofNullable(row.externalId),
        WorkspaceState.valueOf(row.state.toUpperCase(Locale.ROOT)),
        StoredJson.conditions(row.conditions),
        StoredJson.labels(row.labels),
        credential(row),
        suspension(row),
        row.revision,
        row.createdAt,
        row.updatedAt);
  }

  static WorkspaceRow of(Row stored) {
    var row = new WorkspaceRow();
    row.id = stored.get("id", UUID.class);
    row.instantlyWorkspaceId = stored.get("instantly_workspace_id", String.class);
    row.name = stored.get("name", String.class);
    row.instantlyName = stored.get("instantly_name", String.class);
    row.externalId = stored.find("external_id", String.class).orElse(null);
    row.labels = stored.get("labels", String.class);
    row.state = stored.get("state", String.class);
    row.conditions = stored.get("conditions", String.class);
    row.suspendedReason = stored.find("suspended_reason", String.class).orElse(null);
    row.suspendedBy = stored.find("suspended_by", String.class).orElse(null);
    row.suspendedAt = stored.find("suspended_at", Instant.class).orElse(null);
    row.credentialMode = stored.get("credential_mode", String.class);
    row.keyId = stored.find("key_id", String.class).orElse(null);
    row.fingerprint = stored.find("fingerprint", String.class).orElse(null);
    row.keyVersion = stored.find("key_version", Integer.class).orElse(null);
    row.adminWorkspaceId = stored.find("admin_workspace_id", UUID.class).orElse(null);
    row.storedAt = stored.get("stored_at", Instant.class);
    row.revision = stored.number("revision");
    row.createdAt = stored.get("created_at", Instant.class);
    row.updatedAt = stored.get("updated_at", Instant.class);
    return row;
  }

  static Map<String, @Nullable Object> columns(WorkspaceRow row) {
    var columns = new HashMap<String, @Nullable Object>();
    columns.put("id", row.id);
    columns.put("instantly_workspace_id", row.instantlyWorkspaceId);
    columns.put("name", row.name);
    columns.put("instantly_name", row.instantlyName);
    columns.put("external_id", row.externalId);
    columns.put("labels", row.labels);
    columns.put("state", row.state);
    columns.put("conditions", row.conditions);
    columns.put("suspended_reason", row.suspendedReason);
    columns.put("suspended_by", row.suspendedBy);
    columns.put("suspended_at", row.suspendedAt);
    columns.put("credential_mode", row.credentialMode);
    columns.put("key_id", row.keyId);
    columns.put("fingerprint", row.fingerprint);
    columns.put("key_version", row.keyVersion);
    columns.put("admin_workspace_id", row.adminWorkspaceId);
    columns.put("stored_at", row.storedAt);
    columns.put("revision", row.revision);
    columns.put("created_at", row.createdAt);
    columns.put("updated_at", row.updatedAt);
    return columns;
  }

  static WorkspaceRow of(NewWorkspace workspace) {
    var row = new WorkspaceRow();
    row.id = workspace.id().value();
    row.instantlyWorkspaceId = workspace.instantlyId().value();
    row.name = workspace.name();
    row.instantlyName = workspace.instantlyName();
    row.externalId = workspace.externalId().orElse(null);
    row.labels = StoredJson.labels(workspace.labels());
    row.createdAt = workspace.now();
    write(workspace.credential(), row);
    writeConditions(workspace.conditions(), workspace.now(), row);
    return row;
  }

  static void write(Optional<Suspension> suspension, WorkspaceRow row) {
    row.suspendedReason = suspension.map(Suspension::reason).orElse(null);
    row.suspendedBy = suspension.map(Suspension::by).orElse(null);
    row.suspendedAt = suspension.map(Suspension::since).orElse(null);
  }

  static void write(Credential credential, WorkspaceRow row) {
    switch (credential) {
      case Credential.OwnKey own -> {
        row.credentialMode = OWN_KEY;
        row.keyId = own.keyId().orElse(null);
        row.fingerprint = own.fingerprint();
        row.keyVersion = own.version();
        row.adminWorkspaceId = null;
        row.storedAt = own.storedAt();
      }
      case Credential.Delegated delegated -> {
        row.credentialMode = DELEGATED;
        row.keyId = null;
        row.fingerprint = null;
        row.keyVersion = null;
        row.adminWorkspaceId = delegated.adminWorkspace().value();
        row.storedAt = delegated.storedAt();
      }
    }
  }

  /** Conditions and the state that follows from them. */
  static void writeConditions(List<Condition> conditions, Instant now, WorkspaceRow row) {
    row.conditions = StoredJson.conditions(conditions);
    row.updatedAt = now;
    settle(row);
  }

  /** To be called after anything that the state depends on. */
  static void settle(WorkspaceRow row) {
    boolean suspended = row.suspendedReason != null;
    row.state = WorkspaceState.of(suspended, StoredJson.conditions(row.conditions)).wire();
  }

  private static Credential credential(WorkspaceRow row) {
    return row.credentialMode.equals(OWN_KEY)
        ? new Credential.OwnKey(
            Optional.ofNullable(row.keyId),
            requireNonNull(row.fingerprint),
            requireNonNull(row.keyVersion),
            row.storedAt)
        : new Credential.Delegated(
            new WorkspaceId(requireNonNull(row.adminWorkspaceId)), row.storedAt);
  }

  private static Optional<Suspension> suspension(WorkspaceRow row) {
    return Optional.ofNullable(row.suspendedReason)
        .map(reason ->
            new Suspension(
                reason, requireNonNull(row.suspendedBy), requireNonNull(row.suspendedAt)));
  }
}
