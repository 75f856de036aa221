package agency.steward.registration.asked;

import agency.steward.credential.ApiKey;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemException;
import agency.steward.registration.intake.Entry;
import agency.steward.workspace.Credential;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The way into a workspace, as it is sent. */
@Schema(
    name = "Credential",
    description =
        "Either own_key with api_key, or delegated with admin_workspace_id and"
            + " instantly_workspace_id")
public record CredentialBody(
    @Schema(
            required = true,
            enumeration = {"own_key", "delegated"})
        Optional<String> mode,
    @Schema(
            description =
                "own_key: a key of Instantly's API v2. Kept in custody, never shown again",
            writeOnly = true)
        Optional<String> apiKey,
    @Schema(description = "delegated: Steward's id of the group's admin workspace")
        Optional<String> adminWorkspaceId,
    @Schema(description = "delegated: Instantly's id of the sub-workspace")
        Optional<String> instantlyWorkspaceId) {

  /**
   * @param pointer where it stands in the body; empty for the body itself
   * @param admins gives the admin workspace of this id, or throws
   */
  public Entry entry(String pointer, Function<String, Workspace> admins) {
    return switch (Texts.given(mode, pointer + "/mode")) {
      case "own_key" -> ownKey(pointer);
      case "delegated" -> through(pointer, admins);
      default -> throw Problem.invalid(pointer + "/mode", "mode is own_key or delegated").thrown();
    };
  }

  private Entry ownKey(String pointer) {
    if (adminWorkspaceId.isPresent() || instantlyWorkspaceId.isPresent()) {
      throw mixed(pointer, "own_key takes api_key and nothing else");
    }
    String at = pointer + "/api_key";
    return new Entry.OwnKey(ApiKey.parse(Texts.given(apiKey, at), at), at);
  }

  private Entry through(String pointer, Function<String, Workspace> admins) {
    if (apiKey.isPresent()) {
      throw mixed(pointer, "delegated takes admin_workspace_id and instantly_workspace_id, no key");
    }
    String sub = pointer + "/instantly_workspace_id";
    var id =
        new InstantlyWorkspaceId(Texts.instantlyId(sub, Texts.given(instantlyWorkspaceId, sub)));
    String at = pointer + "/admin_workspace_id";
    Workspace admin = admins.apply(Texts.given(adminWorkspaceId, at));
    if (!(admin.credential() instanceof Credential.OwnKey)) {
      throw Problem.invalid(at, "This workspace is delegated itself; name the group's admin")
          .thrown();
    }
    return new Entry.Through(admin, id);
  }

  private static ProblemException mixed(String pointer, String detail) {
    return Problem.invalid(pointer, detail).thrown();
  }

  /** Not the generated one, which would show the key. */
  @Override
  public String toString() {
    return "CredentialBody[" + mode + "]";
  }
}
