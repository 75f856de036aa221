package agency.steward.changeset.show;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A guard's no, as it is stored and shown. */
@Schema(name = "GuardViolation")
record ViolationView(
    @Schema(required = true, examples = "LAST_ADMIN") String rule,
    @Schema(required = true, description = "row, workspace or set") String scope,
    @Schema(required = true) String detail,
    @Schema(required = true, description = "Whether a second person may lift it")
        boolean overridable,
    @Schema(required = true, description = "The rows it holds back") List<Integer> seqs,
    @Schema(description = "What else the change would do, where that is why")
        List<Map<String, String>> effects) {}
