package agency.steward.sandbox.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which calls a rule is about. A path may be given with or without {@code /api/v2}; {@code {id}}
 * stands for one segment, a {@code *} at the end for whatever follows.
 */
record Match(String method, String path, Pattern pattern) {
  static final Match EVERYTHING = new Match("", "", Pattern.compile(""));
  private static final String BASE = "/api/v2";

  static Match of(JsonNode json) {
    String method = json.path("method").asText("").toUpperCase(Locale.ROOT);
    String path = json.path("path").asText("");
    return new Match(method, path.isEmpty() ? "" : full(path), compile(full(path)));
  }

  boolean matches(String askedMethod, String askedPath) {
    return (method.isEmpty() || method.equals(askedMethod))
        && (path.isEmpty() || pattern.matcher(askedPath).matches());
  }

  private static String full(String path) {
    String rooted = path.startsWith("/") ? path : "/" + path;
    return rooted.startsWith("/api/") ? rooted : BASE + rooted;
  }

  private static Pattern compile(String path) {
    var regex = new StringBuilder();
    for (String segment : path.substring(1).split("/", -1)) {
      regex.append('/').append(segment(segment));
    }
    return Pattern.compile(regex.toString());
  }

  private static String segment(String segment) {
    if (segment.startsWith("{") && segment.endsWith("}")) {
      return "[^/]+";
    }
    return segment.endsWith("*")
        ? Pattern.quote(segment.substring(0, segment.length() - 1)) + ".*"
        : Pattern.quote(segment);
  }
}
