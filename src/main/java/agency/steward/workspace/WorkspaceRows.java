package agency.steward.workspace;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
