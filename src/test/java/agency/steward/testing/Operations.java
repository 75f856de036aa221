package agency.steward.testing;

import agency.steward.access.Needs;
import agency.steward.fleet.FleetParameters;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every operation of the API, read from the compiled resources: a new one is in here by itself. */
public final class Operations {
  private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private static final String WORKSPACE = "/v1/workspaces/{";

  private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target/classes");
  private static final List<Operation> FOUND = find();

  private Operations() {}

  /** One method of one path; {@code {id: regex}} in it is {@code {id}}. */
  public record Operation(String verb, String path, Method method) {
    public boolean isRead() {
      return verb.equals("GET");
    }

    /** Whether it asks many workspaces; then {@code workspace_id} says which. */
    public boolean isOverTheFleet() {
      return List.of(method.getParameterTypes()).contains(FleetParameters.class);
    }

    public boolean isInsideAWorkspace() {
      return path.startsWith(WORKSPACE);
    }

    /** What it says it needs; the test that finds nothing says what to do. */
    public Needs needs() {
      Needs needs = method.getAnnotation(Needs.class);
      if (needs == null) {
        throw new AssertionError(
            "%s: %s.%s has no @Needs. Say there which Right it asks Access for, and where."
                .formatted(this, method.getDeclaringClass().getSimpleName(), method.getName()));
      }
      return needs;
    }

    /** Whether a body can be sent: what comes from nowhere else comes from there. */
    public boolean takesBody() {
      return Arrays.stream(method.getParameters())
          .anyMatch(parameter ->
              Stream.of(
                      PathParam.class,
                      QueryParam.class,
                      HeaderParam.class,
                      BeanParam.class,
                      Context.class)
                  .noneMatch(parameter::isAnnotationPresent));
    }

    /** In this workspace where it is about one; about things that do not exist otherwise. */
    public String in(String workspace, String nothing) {
      String placed = isInsideAWorkspace() ? path.replaceFirst("\\{\\w+}", workspace) : path;
      return placed.replaceAll("\\{\\w+}", nothing);
    }

    @Override
    public String toString() {
      return verb + " " + path;
    }
  }

  public static List<Operation> all() {
    return FOUND;
  }

  private static List<Operation> find() {
    try (Stream<java.nio.file.Path> files = Files.walk(CLASSES)) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.contains("$"))
          .map(Operations::load)
          .filter(type -> type.isAnnotationPresent(Path.class))
          .filter(type -> !type.isAnnotationPresent(IfBuildProfile.class))
          .flatMap(Operations::of)
          .sorted(
              Comparator.comparing(Operation::path)
                  .thenComparing(operation -> VERBS.indexOf(operation.verb())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String file) {
    String name = file.replace('/', '.').replace(".class", "");
    try {
      return Class.forName(name, false, Operations.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<Operation> of(Class<?> resource) {
    return Arrays.stream(resource.getDeclaredMethods())
        .flatMap(method ->
            verb(method).map(verb -> new Operation(verb, path(resource, method), method)).stream());
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class)))
        .map(HttpMethod::value)
        .findFirst();
  }

  private static String path(Class<?> resource, Method method) {
    return Stream.of(resource.getAnnotation(Path.class), method.getAnnotation(Path.class))
        .flatMap(Stream::ofNullable)
        .map(part -> part.value().replaceAll("\\{(\\w+)\\s*:[^}]*}", "{$1}"))
        .flatMap(part -> Stream.of(part.split("/", -1)))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("/", "/", ""));
  }
}
