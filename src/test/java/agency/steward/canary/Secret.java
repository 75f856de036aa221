package agency.steward.canary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A value that must not be seen, and the shapes it could hide in. */
record Secret(String name, String value) {

  /** Where it is found in a text, and a little of what stands around it. */
  Optional<String> in(String where, String text) {
    return shapes().entrySet().stream()
        .filter(shape -> text.contains(shape.getValue()))
        .map(shape ->
            name + " (" + shape.getKey() + ") in " + where + ": " + around(text, shape.getValue()))
        .findFirst();
  }

  private Map<String, String> shapes() {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    var shapes = new LinkedHashMap<String, String>();
    shapes.put("plain", value);
    shapes.put("half of it", value.substring(0, value.length() / 2));
    shapes.put("the beginning of it", value.substring(0, 12));
    shapes.put("in a URL", URLEncoder.encode(value, StandardCharsets.UTF_8));
    shapes.put("hex", HexFormat.of().formatHex(bytes));
    for (int offset = 0; offset < 3; offset++) {
      shapes.put("base64 at " + offset, base64(offset, bytes));
    }
    return shapes;
  }

  /** As it looks inside the base64 of a longer text, without the edges that others share. */
  private static String base64(int offset, byte[] bytes) {
    byte[] shifted = new byte[offset + bytes.length];
    System.arraycopy(bytes, 0, shifted, offset, bytes.length);
    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    return text.substring(4, text.length() - 4);
  }

  private static String around(String text, String found) {
    int at = text.indexOf(found);
    return text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 120))
        .replace('\n', ' ');
  }
}
