package agency.steward.sandbox.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** An object with named properties; others are refused unless it is open. */
public final class ObjectShape implements Shape {
  private record Property(String name, Shape shape) {}

  private final List<Property> properties;
  private final List<String> required;
  private final boolean open;

  private ObjectShape(List<Property> properties, List<String> required, boolean open) {
    this.properties = properties;
    this.required = required;
    this.open = open;
  }

  ObjectShape() {
    this(List.of(), List.of(), false);
  }

  public ObjectShape required(String name, Shape shape) {
    return new ObjectShape(and(properties, new Property(name, shape)), and(required, name), open);
  }

  public ObjectShape optional(String name, Shape shape) {
    return new ObjectShape(and(properties, new Property(name, shape)), required, open);
  }

  /** Unknown properties are welcome. */
  public ObjectShape open() {
    return new ObjectShape(properties, required, true);
  }

  /** In Ajv's order: type, required, unknown, then the properties. */
  @Override
  public void check(String at, JsonNode value) {
    if (!value.isObject()) {
      throw new Misfit(at + " must be object");
    }
    for (String name : required) {
      if (!value.has(name)) {
        throw new Misfit(at + " must have required property '" + name + "'");
      }
    }
    value.fieldNames().forEachRemaining(name -> known(at, name));
    for (Property property : properties) {
      JsonNode inside = value.get(property.name());
      if (inside != null) {
        property.shape().check(at + "/" + property.name(), inside);
      }
    }
  }

  private void known(String at, String name) {
    if (!open && properties.stream().noneMatch(property -> property.name().equals(name))) {
      throw new Misfit(at + " must NOT have additional properties ('" + name + "')");
    }
  }

  private static <T> List<T> and(List<T> some, T more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }
}
