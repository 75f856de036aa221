package agency.steward.boot;

import java.util.Locale;
import java.util.Optional;

/** How configuration is looked up: the name of a property gives its value, if there is one. */
@FunctionalInterface
public interface Settings {

  Optional<String> find(String property);

  /** A value that is there and not only blanks. */
  default Optional<String> value(String property) {
    return find(property).map(String::strip).filter(value -> !value.isEmpty());
  }

  default boolean has(String property) {
    return value(property).isPresent();
  }

  /** The environment variable that sets a property. */
  static String environment(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
