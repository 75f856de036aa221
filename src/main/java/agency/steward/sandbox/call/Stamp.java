package agency.steward.sandbox.call;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;

/** Times in queries and cursors. */
public final class Stamp {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Stamp() {}

  public static String of(long epochMillis) {
    return MILLIS.format(Instant.ofEpochMilli(epochMillis));
  }

  /** Epoch ms. */
  public static OptionalLong read(String text) {
    try {
      return OptionalLong.of(Instant.parse(text).toEpochMilli());
    } catch (DateTimeException notATime) {
      return OptionalLong.empty();
    }
  }

  /** The first millisecond of a day such as {@code 2026-11-24}, or of one some days later. */
  public static OptionalLong day(String text, int later) {
    try {
      var begin = LocalDate.parse(text).plusDays(later).atStartOfDay(ZoneOffset.UTC);
      return OptionalLong.of(begin.toInstant().toEpochMilli());
    } catch (DateTimeException notADay) {
      return OptionalLong.empty();
    }
  }
}
