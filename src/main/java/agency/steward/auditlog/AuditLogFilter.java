package agency.steward.auditlog;

import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which entries are wanted. Instantly is asked for them, and what comes is filtered again, since
 * how it reads dates is not documented; only {@code search} is left to it alone (facts.md 4.5).
 *
 * @param asked when this was asked
 */
record AuditLogFilter(
    Optional<Integer> activity, Optional<String> search, Span span, Instant asked) {
  private static final String ACTIVITY_TYPE = "activity_type";

  /** The entries of one workspace that fit, whole, each with the name of its activity. */
  List<ObjectNode> in(InstantlyWorkspace workspace) {
    return workspace.list(Listing.AUDIT_LOGS, query()).stream()
        .filter(this::fits)
        .map(AuditLogFilter::named)
        .toList();
  }

  boolean isOpen() {
    return activity.isEmpty() && search.isEmpty() && span.isOpen();
  }

  Map<String, String> query() {
    var query = new TreeMap<String, String>();
    activity.ifPresent(number -> query.put(ACTIVITY_TYPE, number.toString()));
    search.ifPresent(text -> query.put("search", text));
    span.putInto(query, asked);
    return query;
  }

  /** An entry whose time cannot be read is not hidden: it may belong. */
  private boolean fits(ObjectNode entry) {
    return activity.map(number -> number == entry.path(ACTIVITY_TYPE).asInt()).orElse(true)
        && Moment.of(entry).map(span::includes).orElse(true);
  }

  private static ObjectNode named(ObjectNode entry) {
    return entry.path(ACTIVITY_TYPE).canConvertToInt()
        ? entry.put("activity", Activity.name(entry.path(ACTIVITY_TYPE).intValue()))
        : entry;
  }
}
