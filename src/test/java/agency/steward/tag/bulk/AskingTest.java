package agency.steward.tag.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.Fields;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingTest {
  private final List<String> faults = new ArrayList<>();

  private ObjectNode asked(String description) {
    ObjectNode tag =
        JsonNodeFactory.instance.objectNode().put("label", "VIP").put("description", description);
    return Asking.tag(new Fields(tag, (code, field, detail) -> faults.add(field)));
  }

  /** As in a request for one workspace, which sends it as it is. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aDescriptionIsJudgedAsItIsSent(int tooMany) {
    String description = "d".repeat(990) + " ".repeat(10 + tooMany);

    assertThat(asked(description).path("description").asText()).isEqualTo(description);
    assertThat(faults).hasSize(tooMany).allMatch("description"::equals);
  }
}
