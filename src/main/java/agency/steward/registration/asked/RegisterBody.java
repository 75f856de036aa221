package agency.steward.registration.asked;

import agency.steward.registration.intake.Entry;
import agency.steward.registration.intake.Particulars;
import agency.steward.workspace.Workspace;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A workspace to be registered. */
@Schema(name = "NewWorkspace")
public record RegisterBody(
    @Schema(required = true) Optional<CredentialBody> credential,
    @Schema(description = "Steward's name; without one, Instantly's") Optional<String> name,
    @Schema(description = "Your own id of it, unique in the fleet") Optional<String> externalId,
    @Schema(description = "Labels by the rules of Kubernetes")
        Optional<Map<String, String>> labels) {

  /**
   * @param admins gives the admin workspace of this id, or throws
   */
  public Entry entry(Function<String, Workspace> admins) {
    return Texts.given(credential, "/credential").entry("/credential", admins);
  }

  public Particulars particulars() {
    return new Particulars(
        name.map(text -> Texts.line("/name", text)),
        externalId.map(text -> Texts.line("/external_id", text)),
        Labels.read("/labels", labels));
  }
}
