package agency.steward.docs;

import agency.steward.testing.Operations;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

class EndpointsDocTest {

  @Test
  void theReadmeListsEveryEndpoint() {
    String table =
        Operations.all().stream()
            .map(EndpointsDocTest::row)
            .collect(Collectors.joining("\n", "| call | does |\n|---|---|\n", ""));
    WrittenParts.of(Path.of("README.md")).part("endpoints", table).check();
  }

  private static String row(Operations.Operation operation) {
    String summary = operation.method().getAnnotation(Operation.class).summary();
    return "| `%s` | %s |".formatted(operation, summary);
  }
}
