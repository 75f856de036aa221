package agency.steward.tested;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.testing.ApiCall;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Runs after all other tests, in a run of its own (see pom.xml): for each operation of the API
 * somebody has shown that it works, turns strangers away, and minds its input.
 */
class EveryOperationIsTested {
  @Test
  void withASuccessARefusalAndABadInput() throws IOException {
    List<Operation> operations = Operation.all();

    assertThat(operations).hasSizeGreaterThan(20);
    assertThat(Gaps.between(operations, ApiCall.all())).isEmpty();
  }
}
