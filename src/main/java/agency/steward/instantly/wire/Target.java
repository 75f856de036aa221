package agency.steward.instantly.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;

/**
 * Where a call goes: path and query, everything percent-encoded that could be read as something
 * else (cursors hold {@code &}, {@code @} and {@code +}: facts.md 3).
 */
public record Target(String uri) {
  private static final String ROOT = "/api/v2";
  private static final String UNRESERVED = "-._~";
  private static final String IN_A_PATH = UNRESERVED + "@:+,;=$!'()*&";

  /**
   * @param path below {@code /api/v2}
   */
  public static Target of(String path, Map<String, String> query) {
    var uri = new StringBuilder(ROOT.length() + path.length() + 64).append(ROOT);
    encode(path, IN_A_PATH + "/", uri);
    char separator = '?';
    for (Map.Entry<String, String> parameter : query.entrySet()) {
      uri.append(separator);
      encode(parameter.getKey(), UNRESERVED, uri);
      uri.append('=');
      encode(parameter.getValue(), UNRESERVED, uri);
      separator = '&';
    }
    return new Target(uri.toString());
  }

  /** Whether a path stays where it says: no empty, {@code .} or {@code ..} segment. */
  public static boolean isPlain(String path) {
    return path.startsWith("/")
        && Arrays.stream(path.substring(1).split("/", -1))
            .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
  }

  private static void encode(String text, String asIs, StringBuilder out) {
    for (byte octet : text.getBytes(UTF_8)) {
      char c = (char) (octet & 0xFF);
      if (isLetterOrDigit(c) || asIs.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%').append(hex(octet >> 4)).append(hex(octet));
      }
    }
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static char hex(int value) {
    return "0123456789ABCDEF".charAt(value & 0xF);
  }
}
