package agency.steward.docs;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.common.utils.StringUtil;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One property that Steward reads, and what is said about it. */
record Setting(String property, String type, Optional<String> byDefault, String text) {

  static Setting of(String prefix, Method method, String text) {
    return new Setting(
        prefix + "." + name(method),
        type(method.getGenericReturnType()),
        Optional.ofNullable(method.getAnnotation(WithDefault.class)).map(WithDefault::value),
        text);
  }

  static String name(Method method) {
    WithName named = method.getAnnotation(WithName.class);
    return named == null ? StringUtil.skewer(method.getName()) : named.value();
  }

  /** A row of the table. */
  String row() {
    return "| `%s` | %s | %s | %s |"
        .formatted(
            property,
            type,
            byDefault.map(value -> "`" + value + "`").orElse("–"),
            text.replace("|", "\\|"));
  }

  private static String type(Type type) {
    return switch (type) {
      case ParameterizedType of when of.getRawType() == Optional.class ->
          type(of.getActualTypeArguments()[0]);
      case ParameterizedType of -> "list of " + type(of.getActualTypeArguments()[0]);
      case Class<?> one when one.isEnum() ->
          Arrays.stream(one.getEnumConstants())
              .map(value -> "`" + value.toString().toLowerCase(Locale.ROOT) + "`")
              .collect(Collectors.joining(", "));
      case Class<?> one -> word(one.getSimpleName());
      default -> throw new AssertionError("a setting of type " + type);
    };
  }

  private static String word(String type) {
    return switch (type) {
      case "Duration" -> "duration";
      case "MemorySize" -> "size";
      case "int", "long", "double", "Integer", "Long", "Double" -> "number";
      case "boolean", "Boolean" -> "`true`, `false`";
      case "URI", "URL" -> "URL";
      case "FreezeWindow" -> "moment/moment";
      case "Path" -> "path";
      case "String" -> "text";
      default -> throw new AssertionError("a setting of type " + type + ": say how it is written");
    };
  }
}
