package agency.steward.web.openapi;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * What an answer always has: every component of its record that is neither {@code Optional} nor
 * {@code @Nullable}. Not for bodies of requests, whose parts may be left out, and not where a
 * record says itself what is required.
 */
final class RequiredFields {
  private static final String OURS = "agency.steward.";
  private static final DotName SCHEMA =
      DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
  private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
  private static final DotName INCLUDE =
      DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");

  private final Map<String, ClassInfo> records = new HashMap<>();

  RequiredFields(IndexView classes) {
    classes.getKnownClasses().stream()
        .filter(each -> each.isRecord() && each.name().toString().startsWith(OURS))
        .forEach(each -> records.put(schemaName(each), each));
  }

  void addTo(OpenAPI api) {
    Set<String> asked = Reachable.fromRequests(api);
    api.getComponents()
        .getSchemas()
        .forEach((name, schema) -> {
          ClassInfo described = records.get(name);
          if (described != null && schema.getRequired() == null && !asked.contains(name)) {
            List<String> always = always(described);
            always.retainAll(schema.getProperties().keySet());
            if (!always.isEmpty()) {
              schema.setRequired(always);
            }
          }
        });
  }

  private static List<String> always(ClassInfo described) {
    return described.recordComponentsInDeclarationOrder().stream()
        .filter(RequiredFields::isAlwaysThere)
        .map(component ->
            PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.name()))
        .collect(Collectors.toList());
  }

  private static boolean isAlwaysThere(RecordComponentInfo component) {
    return !component.type().name().toString().startsWith("java.util.Optional")
        && !component.type().hasAnnotation(NULLABLE)
        && !component.hasAnnotation(INCLUDE);
  }

  private static String schemaName(ClassInfo type) {
    AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
    return schema == null || schema.value("name") == null
        ? type.simpleName()
        : schema.value("name").asString();
  }
}
