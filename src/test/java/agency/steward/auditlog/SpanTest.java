package agency.steward.auditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private static Span span(String start, String end) {
    return Span.of(Optional.ofNullable(start), Optional.ofNullable(end));
  }

  private static void refuses(ThrowingCallable asking, String parameter) {
    assertThatThrownBy(asking)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo(ProblemCode.INVALID_PARAMETER);
              assertThat(refused.problem().errors().getFirst().pointer()).isEqualTo(parameter);
            });
  }

  @Test
  void aDayIsWholeInUtc() {
    Span day = span("2026-11-24", "2026-11-24");

    assertThat(day.includes(Instant.parse("2026-11-24T00:00:00Z"))).isTrue();
    assertThat(day.includes(Instant.parse("2026-11-24T23:59:59.999Z"))).isTrue();
    assertThat(day.includes(Instant.parse("2026-11-23T23:59:59.999Z"))).isFalse();
    assertThat(day.includes(Instant.parse("2026-11-25T00:00:00Z"))).isFalse();
  }

  @Test
  void momentsThatFollowEachOtherCountNothingTwice() {
    Instant noon = Instant.parse("2026-11-24T12:00:00Z");

    assertThat(span(null, "2026-11-24T13:00:00+01:00").includes(noon)).isFalse();
    assertThat(span("2026-11-24T13:00:00+01:00", null).includes(noon)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-13-01",
        "2026-11-24T12:00:00",
        "2026-11-24 12:00",
        "1764000000",
        "24.11.2026",
        "+999999999-01-01",
        "-999999999-01-01T00:00:00Z",
        "0001-01-01"
      })
  void whatIsNoDayAndNoMomentIsRefused(String text) {
    refuses(() -> span(text, null), "start_date");
    refuses(() -> span(null, text), "end_date");
  }

  @Test
  void theEndIsNotBeforeTheStart() {
    refuses(() -> span("2026-11-24", "2026-11-22"), "start_date");
  }

  @Test
  void overTheFleetADayIsMeantWhereNobodySays() {
    assertThat(span(null, null).bounded(NOW))
        .isEqualTo(new Span(Optional.of(NOW.minus(Duration.ofDays(1))), Optional.of(NOW)));
    assertThat(span(null, "2026-11-01T00:00:00Z").bounded(NOW).start())
        .contains(Instant.parse("2026-10-31T00:00:00Z"));
  }

  @Test
  void overTheFleetThirtyOneDaysAreTheMost() {
    assertThat(span("2026-10-01", "2026-10-31").bounded(NOW).isOpen()).isFalse();
    refuses(() -> span("2026-10-01", "2026-11-01").bounded(NOW), "start_date");
    refuses(() -> span("2026-10-24T11:58:59Z", null).bounded(NOW), "start_date");
    refuses(() -> span("2026-11-25", null).bounded(NOW), "start_date");
    refuses(() -> span("2026-11-24T12:00:00Z", null).bounded(NOW), "start_date");
  }

  @Test
  void thirtyOneDaysAgoByTheCallersClockAreNotTooMuchOnArrival() {
    var asked = span("2026-10-24T11:59:59Z", null);

    assertThat(asked.bounded(NOW).start()).isEqualTo(asked.start());
  }

  /** Instantly may live in any time zone, and count the last day or not. */
  @Property
  void whatInstantlyIsAskedForContainsWhatIsWanted(
      @ForAll @LongRange(min = 0, max = 60L * 86_400) long startsAgo,
      @ForAll @LongRange(min = 0, max = 60L * 86_400) long lasts,
      @ForAll @IntRange(min = -12, max = 14) int zone) {
    Instant start = NOW.minusSeconds(startsAgo);
    Instant end = start.plusSeconds(lasts);
    var query = new TreeMap<String, String>();

    new Span(Optional.of(start), Optional.of(end)).putInto(query, NOW);

    assertThat(midnight(query.get("start_date"), zone)).isBeforeOrEqualTo(start);
    if (query.containsKey("end_date")) {
      assertThat(midnight(query.get("end_date"), zone)).isAfterOrEqualTo(end);
    } else {
      assertThat(end).isAfterOrEqualTo(NOW);
    }
  }

  private static Instant midnight(String day, int zone) {
    return LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.ofHours(zone));
  }
}
