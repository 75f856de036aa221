package agency.steward.sandbox.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a JSON value must look like; says what is wrong in the words of Ajv (facts.md 5). */
@FunctionalInterface
public interface Shape {
  Pattern EMAIL =
      Pattern.compile(
          "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?",
          Pattern.CASE_INSENSITIVE);
  Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /**
   * @param at where the value stands, such as {@code body/email}
   * @throws Misfit when it has another shape
   */
  void check(String at, JsonNode value);

  static ObjectShape object() {
    return new ObjectShape(List.of(), List.of(), false);
  }

  static Shape text() {
    return (at, value) -> must(value.isTextual(), at, "be string");
  }

  static Shape text(int min, int max) {
    return (at, value) -> {
      text().check(at, value);
      int length = value.textValue().codePointCount(0, value.textValue().length());
      must(length >= min, at, "NOT have fewer than " + min + " characters");
      must(length <= max, at, "NOT have more than " + max + " characters");
    };
  }

  static Shape matching(String pattern) {
    Pattern compiled = Pattern.compile(pattern, Pattern.DOTALL);
    return (at, value) -> {
      text().check(at, value);
      must(
          compiled.matcher(value.textValue()).find(),
          at,
          "match pattern \"%s\"".formatted(pattern));
    };
  }

  static Shape email() {
    return (at, value) -> {
      text().check(at, value);
      must(EMAIL.matcher(value.textValue()).matches(), at, "match format \"email\"");
    };
  }

  static Shape uuid() {
    return (at, value) -> {
      text().check(at, value);
      must(UUID.matcher(value.textValue()).matches(), at, "match format \"uuid\"");
    };
  }

  static Shape flag() {
    return (at, value) -> must(value.isBoolean(), at, "be boolean");
  }

  static Shape number() {
    return (at, value) -> must(value.isNumber(), at, "be number");
  }

  static Shape number(double min, double max) {
    return (at, value) -> {
      number().check(at, value);
      must(value.doubleValue() >= min, at, "be >= " + plain(min));
      must(value.doubleValue() <= max, at, "be <= " + plain(max));
    };
  }

  static Shape integer(long min, long max) {
    return (at, value) -> {
      must(value.isIntegralNumber(), at, "be integer");
      must(value.canConvertToLong() && value.longValue() >= min, at, "be >= " + min);
      must(value.longValue() <= max, at, "be <= " + max);
    };
  }

  static Shape integerOf(Integer... allowed) {
    Set<Integer> values = Set.of(allowed);
    return (at, value) -> {
      number().check(at, value);
      must(
          value.canConvertToInt()
              && value.doubleValue() == value.intValue()
              && values.contains(value.intValue()),
          at,
          "be equal to one of the allowed values");
    };
  }

  static Shape textOf(Collection<String> allowed) {
    Set<String> values = Set.copyOf(allowed);
    return (at, value) -> {
      text().check(at, value);
      must(values.contains(value.textValue()), at, "be equal to one of the allowed values");
    };
  }

  static Shape list(Shape item, int min) {
    return (at, value) -> {
      must(value.isArray(), at, "be array");
      must(value.size() >= min, at, "NOT have fewer than " + min + " items");
      for (int i = 0; i < value.size(); i++) {
        item.check(at + "/" + i, value.get(i));
      }
    };
  }

  static Shape anyObject() {
    return (at, value) -> must(value.isObject(), at, "be object");
  }

  /** Both shapes at once. */
  default Shape and(Shape other) {
    return (at, value) -> {
      check(at, value);
      other.check(at, value);
    };
  }

  /** One of two shapes; the second one's complaint is the one that is told. */
  default Shape or(Shape other) {
    return (at, value) -> {
      try {
        check(at, value);
      } catch (Misfit notThis) {
        other.check(at, value);
      }
    };
  }

  /** The same, or null; {@code type} is what Ajv calls it. */
  default Shape orNull(String type) {
    return (at, value) -> {
      if (!value.isNull()) {
        try {
          check(at, value);
        } catch (Misfit wrong) {
          String plain = at + " must be " + type;
          throw wrong.why().equals(plain) ? new Misfit(plain + ",null") : wrong;
        }
      }
    };
  }

  private static void must(boolean fits, String at, String what) {
    if (!fits) {
      throw new Misfit(at + " must " + what);
    }
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
  }
}
