package agency.steward.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code traceparent} of W3C Trace Context. */
final class TraceParent {
  static final String HEADER = "traceparent";

  /** Later versions may add something after another dash; version ff is none. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?");

  private TraceParent() {}

  /** The trace the caller is in; empty for what is not a {@code traceparent}. */
  static Optional<String> traceId(@Nullable String header) {
    if (header == null) {
      return Optional.empty();
    }
    Matcher form = FORM.matcher(header);
    return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
  }
}
