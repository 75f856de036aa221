package agency.steward.tested;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An operation as the API describes it.
 *
 * @param hasBody whether it takes one
 * @param parameters the names of its own parameters in the query
 */
record Operation(String method, String path, boolean hasBody, Set<String> parameters) {
  /** Written by the build that started this test. */
  private static final File DOCUMENT = new File("target/openapi/steward.json");

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");

  /** All there are. */
  static List<Operation> all() throws IOException {
    return in(new ObjectMapper().readTree(DOCUMENT));
  }

  /** All of a document, those with the fewest variables first. */
  static List<Operation> in(JsonNode api) {
    return api.path("paths").properties().stream()
        .flatMap(path -> in(path.getKey(), path.getValue()))
        .sorted(Comparator.comparing(each -> each.path().replaceAll("[^{]", "").length()))
        .toList();
  }

  private static Stream<Operation> in(String path, JsonNode item) {
    return item.properties().stream()
        .filter(each -> METHODS.contains(each.getKey()))
        .map(each ->
            new Operation(
                each.getKey().toUpperCase(Locale.ROOT),
                path,
                each.getValue().has("requestBody"),
                parameters(each.getValue())));
  }

  private static Set<String> parameters(JsonNode operation) {
    return operation
        .path("parameters")
        .valueStream()
        .filter(parameter -> parameter.path("in").asText().equals("query"))
        .map(parameter -> parameter.path("name").asText())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it takes something that may be bad. */
  boolean takesInput() {
    return hasBody || !parameters.isEmpty();
  }

  boolean isCalledBy(String calledMethod, String calledPath) {
    return method.equals(calledMethod)
        && calledPath.matches(VARIABLE.matcher(path).replaceAll("[^/]+"));
  }

  /**
   * Whether somebody can be refused. Who reads what has no owner, or a list over everything, is
   * shown what they may see, and be it nothing: EveryOperationTest looks at that.
   */
  boolean canRefuse() {
    return !method.equals("GET") || path.contains("{");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
