package agency.steward.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.util.OpenApiLoader;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Written by the build that started this test, so it is never behind the code. */
final class ApiDocument {
  private static final Path FILE = Path.of("target/openapi/steward.json");

  private ApiDocument() {}

  static OpenApiInteractionValidator validator() {
    try {
      OpenAPI api =
          new OpenApiLoader()
              .loadApi(
                  OpenApiInteractionValidator.SpecSource.inline(Files.readString(FILE)),
                  List.of(),
                  options());
      api.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .forEach(ApiDocument::knowLists);
      return OpenApiInteractionValidator.createFor(api).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The validator knows lists in a query only by a type that OpenAPI 3.1 has no longer. */
  private static void knowLists(Operation operation) {
    if (operation.getParameters() != null) {
      operation.getParameters().stream()
          .filter(each -> each.getSchema() != null && isList(each))
          .forEach(each -> each.setSchema(new ArraySchema().items(each.getSchema().getItems())));
    }
  }

  private static boolean isList(Parameter parameter) {
    Set<?> types = parameter.getSchema().getTypes();
    return types != null && types.contains("array");
  }

  private static ParseOptions options() {
    var options = new ParseOptions();
    options.setResolve(true);
    options.setResolveFully(true);
    options.setResolveCombinators(false);
    options.setExplicitObjectSchema(false);
    return options;
  }
}
