package agency.steward.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;

/**
 * JSON as RFC 8785 writes it: members sorted by UTF-16 code units, no blanks, one spelling for each
 * value. Of numbers it knows whole ones within ±(2^53−1) only, which RFC 8785 writes as they stand;
 * others are refused, because their one spelling is that of an ECMAScript double and nothing that
 * Steward records needs one.
 */
public final class CanonicalJson {
  private static final long MAX_SAFE = (1L << 53) - 1;
  private static final String HEX = "0123456789abcdef";

  private CanonicalJson() {}

  /**
   * The canonical UTF-8 bytes. Throws {@link IllegalArgumentException} for fractions, numbers that
   * are too large, and strings that are no Unicode text.
   */
  public static byte[] bytes(JsonNode node) {
    var out = new StringBuilder(256);
    write(node, out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(JsonNode node, StringBuilder out) {
    switch (node.getNodeType()) {
      case OBJECT -> object(node, out);
      case ARRAY -> array(node, out);
      case STRING -> string(node.textValue(), out);
      case NUMBER -> number(node, out);
      case BOOLEAN -> out.append(node.booleanValue());
      case NULL -> out.append("null");
      default -> throw new IllegalArgumentException(node.getNodeType() + " is not JSON");
    }
  }

  private static void object(JsonNode node, StringBuilder out) {
    var members = new ArrayList<>(node.properties());
    members.sort(Map.Entry.comparingByKey());
    char before = '{';
    for (Map.Entry<String, JsonNode> member : members) {
      out.append(before);
      string(member.getKey(), out);
      out.append(':');
      write(member.getValue(), out);
      before = ',';
    }
    out.append(members.isEmpty() ? "{}" : "}");
  }

  private static void array(JsonNode node, StringBuilder out) {
    char before = '[';
    for (JsonNode element : node) {
      out.append(before);
      write(element, out);
      before = ',';
    }
    out.append(node.isEmpty() ? "[]" : "]");
  }

  private static void number(JsonNode node, StringBuilder out) {
    if (!node.isIntegralNumber() || !node.canConvertToLong() || !isSafe(node.longValue())) {
      throw new IllegalArgumentException("only whole numbers within ±(2^53−1) are canonical here");
    }
    out.append(node.longValue());
  }

  private static boolean isSafe(long number) {
    return -MAX_SAFE <= number && number <= MAX_SAFE;
  }

  /** Most of it stands for itself. */
  private static void string(String text, StringBuilder out) {
    out.append('"');
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        character(c, out.append(text, done, i));
        done = i + 1;
      } else if (Character.isSurrogate(c)) {
        i += pair(text, i);
      }
    }
    out.append(text, done, text.length()).append('"');
  }

  /** How many units follow the first one. */
  private static int pair(String text, int at) {
    int more = Character.charCount(text.codePointAt(at)) - 1;
    if (more == 0) {
      throw new IllegalArgumentException("a string has half a surrogate pair");
    }
    return more;
  }

  private static void character(char c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    }
  }
}
