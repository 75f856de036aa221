package agency.steward.instantly.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private static Optional<Duration> read(String header) {
    return RetryAfter.read(Optional.of(header), NOON);
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "7, PT7S",
    "' 7 ', PT7S",
    "0.25, PT0.25S",
    "86400, PT5M",
    "'Tue, 24 Nov 2026 12:00:30 GMT', PT30S",
    "'Tue, 24 Nov 2026 11:00:00 GMT', PT0S",
    "'Wed, 25 Nov 2026 12:00:00 GMT', PT5M"
  })
  void secondsAndDatesAreUnderstood(String header, Duration wait) {
    assertThat(read(header)).contains(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1e9", "99999999999", "2026-11-24T12:00:00Z"})
  void whateverElseIsLikeNone(String header) {
    assertThat(read(header)).isEmpty();
  }

  @Test
  void theHeaderMayBeMissing() {
    assertThat(RetryAfter.read(Optional.empty(), NOON)).isEmpty();
  }
}
