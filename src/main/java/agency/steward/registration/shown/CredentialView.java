package agency.steward.registration.shown;

import agency.steward.workspace.Credential;
import agency.steward.workspace.Workspace;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How Steward gets into a workspace. */
@Schema(name = "CredentialInUse")
public record CredentialView(
    @Schema(
            required = true,
            enumeration = {"own_key", "delegated"})
        String mode,
    @Schema(description = "own_key: Instantly's id of the key, where it is known for certain")
        Optional<String> keyId,
    @Schema(description = "delegated: Steward's id of the group's admin workspace")
        Optional<String> adminWorkspaceId,
    @Schema(
            description =
                "sha256: and the first 12 hex digits of the key's SHA-256; delegated: of the admin"
                    + " workspace's key, through which the calls run")
        Optional<String> fingerprint,
    @Schema(description = "Version of that key in custody") Optional<Integer> version,
    @Schema(required = true, description = "Since when this credential is the present one")
        Instant storedAt) {

  /**
   * @param admin the admin workspace, where the credential is delegated and it is known
   */
  static CredentialView of(Credential credential, Optional<Workspace> admin) {
    return switch (credential) {
      case Credential.OwnKey own ->
          new CredentialView(
              "own_key",
              own.keyId(),
              Optional.empty(),
              Optional.of(own.fingerprint()),
              Optional.of(own.version()),
              own.storedAt());
      case Credential.Delegated delegated -> {
        Optional<Credential.OwnKey> key = admin.flatMap(CredentialView::key);
        yield new CredentialView(
            "delegated",
            Optional.empty(),
            Optional.of(delegated.adminWorkspace().toString()),
            key.map(Credential.OwnKey::fingerprint),
            key.map(Credential.OwnKey::version),
            delegated.storedAt());
      }
    };
  }

  private static Optional<Credential.OwnKey> key(Workspace admin) {
    return admin.credential() instanceof Credential.OwnKey own
        ? Optional.of(own)
        : Optional.empty();
  }
}
