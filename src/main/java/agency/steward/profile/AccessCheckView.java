package agency.steward.profile;

import agency.steward.access.Verdict;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether somebody may, and why. */
@Schema(name = "AccessCheck", description = "Whether somebody may do something, and why")
record AccessCheckView(
    @Schema(required = true) boolean allowed,
    @Schema(
            required = true,
            description = "What allows it; else what is held and falls short, and what it takes")
        List<String> because) {

  static AccessCheckView of(Verdict verdict) {
    return new AccessCheckView(verdict.allowed(), verdict.because());
  }
}
