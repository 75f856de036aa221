package agency.steward.web.openapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** The same code gives the same document, whatever order classes are found in. */
final class Order {
  private Order() {}

  static void of(OpenAPI api) {
    if (api.getTags() != null) {
      var tags = new ArrayList<>(api.getTags());
      tags.sort(Comparator.comparing(Tag::getName));
      api.setTags(tags);
    }
    of(api.getComponents());
    if (api.getPaths() != null) {
      api.getPaths().setPathItems(sorted(api.getPaths().getPathItems()));
      api.getPaths().getPathItems().values().forEach(Order::of);
    }
  }

  private static void of(PathItem path) {
    var operations = new TreeMap<>(path.getOperations());
    operations.forEach((method, operation) -> {
      path.setOperation(method, null);
      path.setOperation(method, operation);
      of(operation);
    });
  }

  private static void of(Operation operation) {
    operation.getResponses().setAPIResponses(sorted(operation.getResponses().getAPIResponses()));
  }

  private static void of(Components components) {
    components.setSchemas(sorted(components.getSchemas()));
    components.setExamples(sorted(components.getExamples()));
    components.setResponses(sorted(components.getResponses()));
  }

  private static <T> Map<String, T> sorted(Map<String, T> named) {
    return new LinkedHashMap<>(new TreeMap<>(named));
  }
}
