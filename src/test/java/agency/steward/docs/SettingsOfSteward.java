package agency.steward.docs;

import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every {@code @ConfigMapping} of the sources, in the order of their prefixes. */
final class SettingsOfSteward {
  private static final Path SOURCES = Path.of("src/main/java");

  /** What one interface says. */
  record Group(String text, List<Setting> settings) {}

  private SettingsOfSteward() {}

  static Map<String, Group> byPrefix() {
    var groups = new TreeMap<String, Group>();
    for (Path file : files()) {
      Map<String, String> comments = SourceComments.of(file);
      for (Map.Entry<String, String> each : comments.entrySet()) {
        mapping(each.getKey())
            .ifPresent(type -> {
              String prefix = type.getAnnotation(ConfigMapping.class).prefix();
              var settings = new ArrayList<Setting>();
              collect(type, prefix, comments, settings);
              groups.put(prefix, new Group(each.getValue(), settings));
            });
      }
    }
    return groups;
  }

  private static Optional<Class<?>> mapping(String name) {
    try {
      Class<?> type = Class.forName(name, false, Thread.currentThread().getContextClassLoader());
      return Optional.<Class<?>>of(type)
          .filter(found -> found.isAnnotationPresent(ConfigMapping.class));
    } catch (ClassNotFoundException method) {
      return Optional.empty();
    }
  }

  private static void collect(
      Class<?> type, String prefix, Map<String, String> comments, List<Setting> settings) {
    for (String said : comments.keySet()) {
      Arrays.stream(type.getDeclaredMethods())
          .filter(method -> said.equals(type.getName() + "." + method.getName()))
          .filter(method -> Modifier.isAbstract(method.getModifiers()))
          .forEach(method -> add(method, prefix, comments, settings));
    }
  }

  private static void add(
      Method method, String prefix, Map<String, String> comments, List<Setting> settings) {
    Class<?> inner = method.getReturnType();
    if (inner.isInterface() && inner.getName().startsWith("agency.steward.")) {
      collect(inner, prefix + "." + Setting.name(method), comments, settings);
    } else {
      String text = comments.get(method.getDeclaringClass().getName() + "." + method.getName());
      settings.add(Setting.of(prefix, method, text));
    }
  }

  private static List<Path> files() {
    try (Stream<Path> all = Files.walk(SOURCES)) {
      return all.filter(file -> file.toString().endsWith(".java"))
          .filter(SettingsOfSteward::hasMapping)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hasMapping(Path file) {
    try {
      return Files.readString(file).contains("@ConfigMapping(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
