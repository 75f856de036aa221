package agency.steward.credential;

import agency.steward.workspace.WorkspaceId;

/** Where keys lie: Vault KV v2 in production, an encrypted file in the local profile. */
public interface Custody {

  /**
   * The newest version that lies there, whether or not anybody points to it; 0 for none. Asks the
   * store itself, never a cache.
   */
  int current(WorkspaceId workspace);

  /**
   * Stores a new version of the workspace's key. Throws {@code SUBJECT_BUSY} where another version
   * was stored meanwhile, {@code CUSTODY_UNAVAILABLE} where the store cannot be reached.
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
