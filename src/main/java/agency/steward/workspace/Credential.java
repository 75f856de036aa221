package agency.steward.workspace;

import java.time.Instant;
import java.util.Optional;

/** How Steward gets into a workspace. Never the key itself, only where it lies and how it looks. */
public sealed interface Credential {

  /**
   * The workspace's own key, in custody.
   *
   * @param keyId Instantly's id of the key, where it is known for certain
   * @param fingerprint {@code sha256:} and the first hex digits of the key's SHA-256
   * @param version the version in custody that is valid now
   */
  record OwnKey(Optional<String> keyId, String fingerprint, int version, Instant storedAt)
      implements Credential {}

  /** The group's admin workspace key plus {@code x-as-workspace} (facts.md 1.4). */
  record Delegated(WorkspaceId adminWorkspace, Instant storedAt) implements Credential {}
}
