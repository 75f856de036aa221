package agency.steward.auditlog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * When an entry happened, and its place among others as text that sorts: the time first, then the
 * id, so that no two are the same. An entry whose time cannot be read comes last.
 */
final class Moment {
  /** Beyond every second of a time that can be read. */
  private static final long FAR = 100_000_000_000_000_000L;

  private static final long SECOND = 999_999_999L;
  private static final String LAST = "~";

  private Moment() {}

  static Optional<Instant> of(ObjectNode entry) {
    try {
      return Optional.of(OffsetDateTime.parse(entry.path("timestamp").asText()).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  static String oldestFirst(ObjectNode entry) {
    return of(entry)
            .map(at -> "%018d%09d".formatted(FAR + at.getEpochSecond(), at.getNano()))
            .orElse(LAST)
        + id(entry);
  }

  static String newestFirst(ObjectNode entry) {
    return of(entry)
            .map(at -> "%018d%09d".formatted(FAR - at.getEpochSecond(), SECOND - at.getNano()))
            .orElse(LAST)
        + id(entry);
  }

  private static String id(ObjectNode entry) {
    return entry.path("id").asText();
  }
}
