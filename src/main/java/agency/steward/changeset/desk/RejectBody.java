package agency.steward.changeset.desk;

import agency.steward.changeset.ask.Reason;
import agency.steward.problem.Problem;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A no. */
@Schema(name = "Reject")
record RejectBody(@Schema(required = true, description = "Why") Optional<String> reason) {

  String why() {
    return reason
        .filter(text -> !text.isBlank())
        .map(text -> Reason.read(text, "/reason"))
        .orElseThrow(() -> Problem.invalid("/reason", "Say why not").thrown());
  }
}
