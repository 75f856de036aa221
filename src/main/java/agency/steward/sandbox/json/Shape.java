package agency.steward.sandbox.json;

import com.fasterxml.jackson.databind.JsonNode;

/** What a JSON value must look like; says what is wrong in the words of Ajv (facts.md 5). */
@FunctionalInterface
public interface Shape {
  String ONE_OF = "be equal to one of the allowed values";

  /**
   * Complains unless the value has this shape.
   *
   * @param at where the value stands, such as {@code body/email}
   * @throws Misfit when it has another shape
   */
  void check(String at, JsonNode value);

  static ObjectShape object() {
    return new ObjectShape();
  }

  static Shape anyObject() {
    return (at, value) -> must(value.isObject(), at, "be object");
  }

  static Shape flag() {
    return (at, value) -> must(value.isBoolean(), at, "be boolean");
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

  static void must(boolean fits, String at, String what) {
    if (!fits) {
      throw new Misfit(at + " must " + what);
    }
  }
}
