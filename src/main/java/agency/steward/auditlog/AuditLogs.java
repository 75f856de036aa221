package agency.steward.auditlog;

import agency.steward.fleet.inside.Inside;
import agency.steward.instantly.Listing;
import agency.steward.web.PageParameters;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Stream;

/** The log of one workspace, and what its emptiness means. */
@ApplicationScoped
class AuditLogs {
  private final Inside inside;

  AuditLogs(Inside inside) {
    this.inside = inside;
  }

  /** The newest first: a page does not move when something happens while others are read. */
  AuditLogPage page(Workspace workspace, AuditLogFilter filter, PageParameters parameters) {
    var page = AuditLogPage.of(inside.page(workspace, parameters, filter::in, Moment::newestFirst));
    return page.items().isEmpty() ? page.because(why(workspace, filter)) : page;
  }

  /**
   * A lapsed plan is a problem long before; a 200 without entries proves nothing (facts.md 1.5).
   */
  private Emptiness why(Workspace workspace, AuditLogFilter filter) {
    return !filter.isOpen() && hasAny(workspace) ? Emptiness.NO_MATCH : Emptiness.UNKNOWN;
  }

  private boolean hasAny(Workspace workspace) {
    try (Stream<ObjectNode> all = inside.of(workspace).walk(Listing.AUDIT_LOGS, Map.of())) {
      return all.findAny().isPresent();
    }
  }
}
