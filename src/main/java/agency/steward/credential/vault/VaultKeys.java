package agency.steward.credential.vault;

import agency.steward.credential.ApiKey;
import agency.steward.workspace.WorkspaceId;
import io.quarkus.vault.client.api.secrets.kv2.VaultSecretsKV2ReadSecretData;
import io.quarkus.vault.client.api.secrets.kv2.VaultSecretsKV2ReadSecretMetadataResultData;
import io.quarkus.vault.client.api.secrets.kv2.VaultSecretsKV2UpdateSecretOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The keys as secrets of the KV engine: {@code {"api_key": "…"}}, one secret per workspace. */
final class VaultKeys {
  private static final String FIELD = "api_key";

  private final VaultDoor door;

  VaultKeys(VaultDoor door) {
    this.door = door;
  }

  Answer<Integer> current(WorkspaceId workspace) {
    return door.ask(kv -> kv.readSecretMetadata(path(workspace)), VaultKeys::currentVersion);
  }

  Answer<ApiKey> read(KeyAt at) {
    return door.ask(
        kv -> kv.readSecret(path(at.workspace()), at.version()), data -> keyIn(data, at.version()));
  }

  Answer<Integer> write(WorkspaceId workspace, ApiKey key, int expected) {
    var checkAndSet = new VaultSecretsKV2UpdateSecretOptions().setCas(expected);
    Map<String, Object> secret = Map.of(FIELD, key.reveal());
    return door.ask(
        kv -> kv.updateSecret(path(workspace), checkAndSet, secret),
        written -> writtenVersion(written, expected));
  }

  /** The versions that are there now, but for this one, for good; they stay counted. */
  Answer<WorkspaceId> keepOnly(WorkspaceId workspace, int version) {
    return versions(workspace)
        .then(there -> {
          List<Integer> others = there.stream().filter(other -> other != version).toList();
          return others.isEmpty() || others.size() == there.size()
              ? new Answer.Given<>(workspace)
              : destroy(workspace, others);
        });
  }

  private Answer<Set<Integer>> versions(WorkspaceId workspace) {
    return door.ask(kv -> kv.readSecretMetadata(path(workspace)), VaultKeys::versionsThere);
  }

  private Answer<WorkspaceId> destroy(WorkspaceId workspace, List<Integer> versions) {
    return door.ask(
        kv -> kv.destroySecretVersions(path(workspace), versions),
        nothing -> new Answer.Given<>(workspace));
  }

  private static Answer<Set<Integer>> versionsThere(
      @Nullable VaultSecretsKV2ReadSecretMetadataResultData data) {
    if (data == null || data.getVersions() == null) {
      return garbage();
    }
    var there = new TreeSet<Integer>();
    data.getVersions()
        .forEach((version, about) -> {
          if (!Boolean.TRUE.equals(about.isDestroyed())) {
            there.add(Integer.valueOf(version));
          }
        });
    return new Answer.Given<>(there);
  }

  /** The metadata and with it every version, for good. */
  Answer<WorkspaceId> destroy(WorkspaceId workspace) {
    return door.ask(
        kv -> kv.deleteSecretMetadata(path(workspace)), nothing -> new Answer.Given<>(workspace));
  }

  private static String path(WorkspaceId workspace) {
    return "steward/workspaces/" + workspace;
  }

  private static Answer<Integer> currentVersion(
      @Nullable VaultSecretsKV2ReadSecretMetadataResultData data) {
    return Optional.ofNullable(data)
        .map(VaultSecretsKV2ReadSecretMetadataResultData::getCurrentVersion)
        .<Answer<Integer>>map(Answer.Given::new)
        .orElseGet(VaultKeys::garbage);
  }

  /** The client drops the version from Vault's answer; check-and-set leaves only one it can be. */
  private static Answer<Integer> writtenVersion(
      @Nullable VaultSecretsKV2ReadSecretData data, int expected) {
    return data == null ? garbage() : new Answer.Given<>(expected + 1);
  }

  private static Answer<ApiKey> keyIn(@Nullable VaultSecretsKV2ReadSecretData data, int version) {
    Optional<VaultSecretsKV2ReadSecretData> secret =
        Optional.ofNullable(data)
            .filter(found -> found.getMetadata() != null && found.getData() != null)
            .filter(found -> Integer.valueOf(version).equals(found.getMetadata().getVersion()));
    try {
      return secret
          .map(found -> found.getData().get(FIELD))
          .filter(String.class::isInstance)
          .<Answer<ApiKey>>map(value -> new Answer.Given<>(new ApiKey((String) value)))
          .orElseGet(VaultKeys::garbage);
    } catch (IllegalArgumentException e) { // somebody wrote something else there by hand
      return garbage();
    }
  }

  static <T> Answer<T> garbage() {
    return new Answer.Away<>("Vault's answer cannot be understood.");
  }
}
