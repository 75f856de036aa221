package agency.steward.web.openapi;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** The schemas that are part of some request's body, however deep. */
final class Reachable {
  private final Map<String, Schema> all;
  private final Set<String> found = new HashSet<>();

  private Reachable(Map<String, Schema> all) {
    this.all = all;
  }

  static Set<String> fromRequests(OpenAPI api) {
    var reachable = new Reachable(api.getComponents().getSchemas());
    api.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .flatMap(operation -> content(operation.getRequestBody()))
        .forEach(content ->
            content.getMediaTypes().values().forEach(media -> reachable.visit(media.getSchema())));
    return reachable.found;
  }

  private static Stream<Content> content(@Nullable RequestBody body) {
    return body == null || body.getContent() == null
        ? Stream.empty()
        : Stream.of(body.getContent());
  }

  private void visit(@Nullable Schema schema) {
    if (schema == null) {
      return;
    }
    if (schema.getRef() != null) {
      String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
      if (found.add(name)) {
        visit(all.get(name));
      }
      return;
    }
    visit(schema.getItems());
    visit(schema.getAdditionalPropertiesSchema());
    or(schema.getAllOf()).forEach(this::visit);
    or(schema.getAnyOf()).forEach(this::visit);
    or(schema.getOneOf()).forEach(this::visit);
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(this::visit);
    }
  }

  private static List<Schema> or(@Nullable List<Schema> schemas) {
    return schemas == null ? List.of() : schemas;
  }
}
