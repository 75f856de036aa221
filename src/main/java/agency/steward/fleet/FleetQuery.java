package agency.steward.fleet;

import agency.steward.fleet.answer.Format;
import agency.steward.web.ParameterText;
import agency.steward.workspace.Selector;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * {@link FleetParameters}, understood.
 *
 * @param workspaceIds as the caller wrote them, each once; empty for all that the selector picks
 */
record FleetQuery(
    Optional<Selector> selector,
    Set<String> workspaceIds,
    Duration deadline,
    Format format,
    Completeness completeness) {
  private static final Duration DEFAULT = Duration.ofSeconds(10);
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  static FleetQuery of(FleetParameters asked, HttpHeaders headers) {
    if (asked.selector.isPresent() && !asked.workspaceId.isEmpty()) {
      throw ParameterText.invalid(
          "workspace_id", "Ask with selector or with workspace_id, not with both");
    }
    return new FleetQuery(
        asked.selector.map(Selector::parse),
        new LinkedHashSet<>(asked.workspaceId),
        asked.deadline.map(FleetQuery::deadline).orElse(DEFAULT),
        Format.chosen(asked.format, headers),
        Completeness.parse(asked.requireComplete));
  }

  private static Duration deadline(String text) {
    try {
      Duration duration = Duration.parse(text);
      if (duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException unreadable) {
      // said below, as for one out of range
    }
    throw ParameterText.invalid("deadline", "deadline is an ISO 8601 duration from PT0.1S to PT5M");
  }
}
