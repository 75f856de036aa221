package agency.steward.changeset.show;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A guard's no, as it is stored and shown. */
@Schema(name = "GuardViolation")
record ViolationView(
    @Schema(required = true, examples = "LAST_ADMIN") String rule,
    @Schema(required = true, description = "row, workspace or set") String scope,
    @Schema(required = true) String detail,
    @Schema(required = true, description = "Whether a second person may lift it")
        boolean overridable,
    @Schema(description = "What would be allowed, where the rule counts") Optional<Long> limit,
    @Schema(description = "What it counted") Optional<Long> found,
    @Schema(description = "The rows it counted or holds back") Optional<List<Integer>> seqs,
    @Schema(description = "What else the change would do, where that is why")
        Optional<List<Map<String, String>>> effects) {}
