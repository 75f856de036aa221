package agency.steward.auditlog;

import agency.steward.web.Page;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a log.
 *
 * @param steward why it is empty, as far as that can be known
 */
@Schema(description = "One page of the audit log of a workspace")
record AuditLogPage(
    @Schema(implementation = AuditLogView[].class, required = true) List<ObjectNode> items,
    @Schema(description = "Absent on the last page") Optional<String> nextPageToken,
    @Schema(description = "Only where there is no entry: why") Optional<Emptiness> steward) {

  static AuditLogPage of(Page<ObjectNode> page) {
    return new AuditLogPage(page.items(), page.nextPageToken(), Optional.empty());
  }

  AuditLogPage because(Emptiness reason) {
    return new AuditLogPage(items, nextPageToken, Optional.of(reason));
  }
}
