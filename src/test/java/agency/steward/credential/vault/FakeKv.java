package agency.steward.credential.vault;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What Vault's KV engine, version 2, keeps and answers. Its ten newest versions of a secret stay.
 * See https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2.
 */
final class FakeKv {
  private static final int KEPT = 10;
  private static final String TIME = "2026-03-22T02:24:06.945319214Z";

  private final Map<String, NavigableMap<Integer, Version>> secrets = new LinkedHashMap<>();

  /** {@code data} is null where the version was deleted and could be undeleted, or destroyed. */
  private record Version(Object data, boolean destroyed) {
    Version(Object data) {
      this(data, false);
    }
  }

  /** A status and a body as Vault gives it; no body with 204. */
  record Reply(int status, Map<String, Object> body) {
    static Reply data(Object data) {
      return new Reply(200, Map.of("request_id", "r", "data", data));
    }

    static Reply error(int status, String... errors) {
      return new Reply(status, Map.of("errors", errors));
    }
  }

  synchronized boolean has(String path) {
    return secrets.containsKey(path);
  }

  synchronized Reply write(String path, int checkAndSet, Object data) {
    var versions = secrets.getOrDefault(path, new TreeMap<>());
    int current = versions.isEmpty() ? 0 : versions.lastKey();
    if (checkAndSet != current) {
      return Reply.error(400, "check-and-set parameter did not match the current version");
    }
    versions.put(current + 1, new Version(data));
    if (versions.size() > KEPT) {
      versions.pollFirstEntry();
    }
    secrets.put(path, versions);
    return Reply.data(metadata(current + 1, "", false));
  }

  synchronized Reply read(String path, int version) {
    var versions = secrets.getOrDefault(path, new TreeMap<>());
    Version found = versions.get(version);
    if (found == null) {
      return Reply.error(404);
    }
    var answer = new LinkedHashMap<String, Object>();
    answer.put("data", found.data());
    boolean deleted = found.data() == null && !found.destroyed();
    answer.put("metadata", metadata(version, deleted ? TIME : "", found.destroyed()));
    return new Reply(found.data() == null ? 404 : 200, Map.of("data", answer));
  }

  synchronized Reply readMetadata(String path) {
    if (!has(path)) {
      return Reply.error(404);
    }
    var answer = new LinkedHashMap<String, Object>();
    answer.put("cas_required", false);
    answer.put("created_time", TIME);
    answer.put("current_version", secrets.get(path).lastKey());
    answer.put("custom_metadata", null);
    answer.put("delete_version_after", "0s");
    answer.put("max_versions", 0);
    answer.put("oldest_version", secrets.get(path).firstKey());
    answer.put("updated_time", TIME);
    var versions = new LinkedHashMap<String, Object>();
    secrets
        .get(path)
        .forEach((number, version) ->
            versions.put(
                String.valueOf(number),
                Map.of(
                    "created_time", TIME, "deletion_time", "", "destroyed", version.destroyed())));
    answer.put("versions", versions);
    return Reply.data(answer);
  }

  synchronized Reply destroy(String path, Collection<Integer> versions) {
    secrets
        .getOrDefault(path, new TreeMap<>())
        .replaceAll(
            (number, version) -> versions.contains(number) ? new Version(null, true) : version);
    return new Reply(204, Map.of());
  }

  synchronized Reply deleteMetadata(String path) {
    secrets.remove(path);
    return new Reply(204, Map.of());
  }

  /** What {@code vault kv delete} does: the newest version can no longer be read. */
  synchronized void softDelete(String path) {
    secrets.get(path).replace(secrets.get(path).lastKey(), new Version(null));
  }

  private static Map<String, Object> metadata(int version, String deletionTime, boolean destroyed) {
    var metadata = new LinkedHashMap<String, Object>();
    metadata.put("created_time", TIME);
    metadata.put("custom_metadata", null);
    metadata.put("deletion_time", deletionTime);
    metadata.put("destroyed", destroyed);
    metadata.put("version", version);
    return metadata;
  }
}
