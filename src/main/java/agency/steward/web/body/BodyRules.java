package agency.steward.web.body;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operation wants of its body, read off its declaration.
 *
 * @param limit how many bytes it may have
 * @param needed whether there has to be one: the parameter is there and not {@code @Nullable}
 */
record BodyRules(int limit, boolean needed) {
  /** Parameters of these types or with these annotations are no body. */
  private static final List<String> FRAMEWORK =
      List.of("jakarta.ws.rs.", "org.jboss.resteasy.", "io.vertx.", "io.quarkus.");

  static BodyRules of(Method operation) {
    return new BodyRules(
        BodyLimit.of(operation),
        Arrays.stream(operation.getParameters())
            .filter(BodyRules::isBody)
            .anyMatch(body -> !body.getAnnotatedType().isAnnotationPresent(Nullable.class)));
  }

  private static boolean isBody(Parameter parameter) {
    return !isFramework(parameter.getType())
        && Arrays.stream(parameter.getAnnotations())
            .map(Annotation::annotationType)
            .noneMatch(BodyRules::isFramework);
  }

  private static boolean isFramework(Class<?> type) {
    return FRAMEWORK.stream().anyMatch(type.getName()::startsWith);
  }
}
