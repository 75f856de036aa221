package agency.steward.credential;

import agency.steward.workspace.WorkspaceId;
import java.util.Optional;

/**
 * Where keys lie: Vault KV v2 in production, an encrypted file in the local profile. Each operation
 * throws {@code CUSTODY_UNAVAILABLE} where the store cannot be reached or used.
 */
public interface Custody {

  /**
   * The newest version that lies there, whether or not anybody points to it; 0 for none. Asks the
   * store itself, never a cache.
   */
  int current(WorkspaceId workspace);

  /**
   * Stores a new version of the workspace's key. Throws {@code SUBJECT_BUSY} where another version
   * was stored meanwhile. After {@code CUSTODY_UNAVAILABLE} it may have been stored or not: {@link
   * #current} tells.
   *
   * @param expected the version that must be the current one (check-and-set); 0 for none yet
   * @return the new version
   */
  int store(WorkspaceId workspace, ApiKey key, int expected);

  /**
   * The key at a version, from memory where it is known there. Throws {@code
   * WORKSPACE_CREDENTIAL_MISSING} where the store answers but has no such version; of a workspace's
   * versions it keeps the newest ten.
   */
  ApiKey read(WorkspaceId workspace, int version);

  /** The same where memory may answer; nothing where the store would have to be asked. */
  default Optional<ApiKey> known(WorkspaceId workspace, int version) {
    return Optional.empty();
  }

  /**
   * Makes the next read of a workspace's key ask the store itself. Where the store is away, what is
   * known goes on counting.
   */
  void refresh(WorkspaceId workspace);

  /**
   * Destroys all versions but this one, for good: superseded keys, and those of an exchange that
   * came to nothing. Their numbers are not given again. Where this one is not there, nothing is
   * destroyed. Doing it twice is no error.
   */
  void keepOnly(WorkspaceId workspace, int version);

  /** Destroys all versions, for good. Doing it twice is no error. */
  void destroy(WorkspaceId workspace);

  /** Where keys are put that were made for others; they share nothing with the above. */
  Deliveries deliveries();
}
