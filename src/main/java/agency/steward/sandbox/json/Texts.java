package agency.steward.sandbox.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/** Shapes of strings. */
public final class Texts {
  private static final Pattern EMAIL =
      Pattern.compile(
          "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Texts() {}

  public static Shape any() {
    return (at, value) -> Shape.must(value.isTextual(), at, "be string");
  }

  /** Lengths are in characters, as people count them. */
  public static Shape sized(int min, int max) {
    return any().and((at, value) -> sized(at, value, min, max));
  }

  private static void sized(String at, JsonNode value, int min, int max) {
    int length = value.textValue().codePointCount(0, value.textValue().length());
    Shape.must(length >= min, at, "NOT have fewer than " + min + " characters");
    Shape.must(length <= max, at, "NOT have more than " + max + " characters");
  }

  public static Shape matching(String pattern) {
    Pattern compiled = Pattern.compile(pattern, Pattern.DOTALL);
    String rule = "match pattern \"%s\"".formatted(pattern);
    return any()
        .and((at, value) -> Shape.must(compiled.matcher(value.textValue()).find(), at, rule));
  }

  public static Shape email() {
    return format("email", EMAIL);
  }

  public static Shape uuid() {
    return format("uuid", UUID);
  }

  private static Shape format(String name, Pattern pattern) {
    String rule = "match format \"%s\"".formatted(name);
    return any()
        .and((at, value) -> Shape.must(pattern.matcher(value.textValue()).matches(), at, rule));
  }

  public static Shape of(Collection<String> allowed) {
    Set<String> values = Set.copyOf(allowed);
    return any()
        .and((at, value) -> Shape.must(values.contains(value.textValue()), at, Shape.ONE_OF));
  }
}
