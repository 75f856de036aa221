package agency.steward.changeset.desk;

import agency.steward.changeset.ask.Reason;
import agency.steward.changeset.decision.Approving;
import agency.steward.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A yes. */
@Schema(name = "Approve")
record ApproveBody(
    @Schema(required = true, description = "Of the plan that was looked at")
        Optional<String> digest,
    @Schema(description = "Rules that it lifts", examples = "[\"BUDGET_WORKSPACE\"]")
        Optional<List<String>> override,
    @Schema(description = "Why; needed with override") Optional<String> reason) {

  Approving.Yes yes() {
    return new Approving.Yes(digest(digest), override.orElse(List.of()), why());
  }

  private Optional<String> why() {
    return reason.filter(text -> !text.isBlank()).map(text -> Reason.read(text, "/reason"));
  }

  static String digest(Optional<String> digest) {
    return digest.orElseThrow(() ->
        Problem.invalid(
                "/digest",
                "Say which plan is meant: {\"digest\":\"sha256:…\"}, as the change set shows it")
            .thrown());
  }
}
