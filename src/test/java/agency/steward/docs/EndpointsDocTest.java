package agency.steward.docs;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

class EndpointsDocTest {
  private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private record Endpoint(String path, String verb, String summary) {
    String row() {
      return "| `%s %s` | %s |".formatted(verb, path, summary);
    }
  }

  @Test
  void theReadmeListsEveryEndpoint() {
    String table =
        resources()
            .flatMap(EndpointsDocTest::endpoints)
            .sorted(
                Comparator.comparing(Endpoint::path)
                    .thenComparing(endpoint -> VERBS.indexOf(endpoint.verb())))
            .map(Endpoint::row)
            .collect(Collectors.joining("\n", "| call | does |\n|---|---|\n", ""));
    WrittenParts.of(java.nio.file.Path.of("README.md")).part("endpoints", table).check();
  }

  private static Stream<Class<?>> resources() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("agency.steward")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .filter(type -> !type.isAnnotatedWith(IfBuildProfile.class))
            .map(type -> type.reflect());
  }

  private static Stream<Endpoint> endpoints(Class<?> resource) {
    return Arrays.stream(resource.getDeclaredMethods())
        .flatMap(method -> verb(method).map(verb -> endpoint(resource, method, verb)).stream());
  }

  private static Endpoint endpoint(Class<?> resource, Method method, String verb) {
    String path =
        Stream.of(resource.getAnnotation(Path.class), method.getAnnotation(Path.class))
            .flatMap(Stream::ofNullable)
            .flatMap(part -> Stream.of(part.value().split("/", -1)))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("/", "/", ""));
    return new Endpoint(path, verb, method.getAnnotation(Operation.class).summary());
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class)))
        .map(HttpMethod::value)
        .findFirst();
  }
}
