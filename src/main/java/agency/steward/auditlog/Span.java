package agency.steward.auditlog;

import agency.steward.web.ParameterText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * From when to when.
 *
 * @param start the first moment that belongs to it
 * @param end the first moment that does not any more
 */
record Span(Optional<Instant> start, Optional<Instant> end) {
  static final String START = "start_date";
  static final String END = "end_date";
  private static final Duration DAY = Duration.ofDays(1);

  /** With a minute for clocks and for the way here: 31 days before now are over on arrival. */
  private static final Duration LONGEST = Duration.ofDays(31).plusMinutes(1);

  /** Throws {@code INVALID_PARAMETER}. */
  static Span of(Optional<String> start, Optional<String> end) {
    return new Span(
            start.map(text -> moment(START, text, 0)), end.map(text -> moment(END, text, 1)))
        .inOrder();
  }

  /** With an end and a beginning, a day before it if nobody says; of 31 days at most. */
  Span bounded(Instant now) {
    Instant last = end.orElse(now);
    Instant first = start.orElse(last.minus(DAY));
    var bounded = new Span(Optional.of(first), Optional.of(last)).inOrder();
    if (Duration.between(first, last).compareTo(LONGEST) > 0) {
      throw ParameterText.invalid(
          START, "Over many workspaces, 31 days are the longest span from start_date to end_date");
    }
    return bounded;
  }

  private Span inOrder() {
    if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
      throw ParameterText.invalid(
          START, "start_date is before end_date, which is now if it is left out");
    }
    return this;
  }

  boolean isOpen() {
    return start.isEmpty() && end.isEmpty();
  }

  boolean includes(Instant moment) {
    return start.map(first -> !moment.isBefore(first)).orElse(true)
        && end.map(moment::isBefore).orElse(true);
  }

  /**
   * Puts what Instantly is asked for into a query. How it reads dates is not documented (facts.md
   * 4.5): it gets whole days, wide enough in any time zone and whether the last one counts or not;
   * the caller filters again.
   */
  void putInto(Map<String, String> query, Instant now) {
    start.ifPresent(first -> query.put(START, day(first.minus(DAY))));
    end.filter(now::isAfter).ifPresent(last -> query.put(END, day(last.plus(DAY.multipliedBy(2)))));
  }

  private static String day(Instant moment) {
    return moment.truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10);
  }

  /** A moment, or a day in UTC: its beginning, or for an end the beginning of the next. */
  private static Instant moment(String name, String text, int daysLater) {
    try {
      Instant moment =
          text.length() == 10
              ? LocalDate.parse(text).plusDays(daysLater).atStartOfDay().toInstant(ZoneOffset.UTC)
              : OffsetDateTime.parse(text).toInstant();
      if (moment.isAfter(Instant.EPOCH)
          && moment.isBefore(Instant.ofEpochSecond(253_370_764_800L))) {
        return moment;
      }
    } catch (DateTimeException unreadable) {
      // said below, as for one out of range
    }
    throw ParameterText.invalid(
        name, name + " is an ISO 8601 day or moment, such as 2026-11-24 or 2026-11-24T09:30:00Z");
  }
}
