package agency.steward.credential;

import agency.steward.workspace.WorkspaceId;

/** Where keys lie: Vault KV v2 in production, an encrypted file in the local profile. */
public interface Custody {

  /**
   * Stores a new version of the workspace's key.
   *
   * @param expected the version that must be the current one (check-and-set); 0 for none yet
   * @return the new version
   */
  int store(WorkspaceId workspace, ApiKey key, int expected);

  /** The key at a version, from a cache with a TTL where it is known there. */
  ApiKey read(WorkspaceId workspace, int version);

  /** Forgets what the cache knows of a workspace, so that the next read asks the store itself. */
  void refresh(WorkspaceId workspace);

  /** Destroys all versions, for good. Doing it twice is no error. */
  void destroy(WorkspaceId workspace);
}
