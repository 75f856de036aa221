package agency.steward.access;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.IndexView;

/** Writes what an operation needs into the API's description, at build time. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class NeedsDescription implements OASFilter {
  private final Map<String, AnnotationInstance> needs = new HashMap<>();

  public NeedsDescription(IndexView classes) {
    for (AnnotationInstance each : classes.getAnnotations(Needs.class)) {
      AnnotationInstance operation = each.target().asMethod().annotation(Operation.class);
      AnnotationValue id = operation == null ? null : operation.value("operationId");
      if (id != null) {
        needs.put(id.asString(), each);
      }
    }
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getPaths() != null) {
      api.getPaths().getPathItems().values().stream()
          .flatMap(path -> path.getOperations().values().stream())
          .forEach(operation ->
              Optional.ofNullable(needs.get(operation.getOperationId()))
                  .ifPresent(found -> describe(operation, found)));
    }
  }

  private static void describe(
      org.eclipse.microprofile.openapi.models.Operation operation, AnnotationInstance needs) {
    List<String> rights = rights(needs);
    operation.addExtension("x-steward-rights", rights);
    if (!rights.isEmpty()) {
      operation.addExtension("x-steward-where", where(needs));
    }
  }

  private static List<String> rights(AnnotationInstance needs) {
    AnnotationValue rights = needs.value();
    return rights == null
        ? List.of()
        : Arrays.stream(rights.asEnumArray()).map(NeedsDescription::wire).toList();
  }

  private static String where(AnnotationInstance needs) {
    AnnotationValue where = needs.value("where");
    return where == null ? Needs.Where.WORKSPACE.wire() : wire(where.asEnum());
  }

  private static String wire(String constant) {
    return constant.toLowerCase(Locale.ROOT);
  }
}
