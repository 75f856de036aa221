package agency.steward.member.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.Fields;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingTest {
  @Test
  void somebodyWhoIsSpeltTwiceInASpecIsAskedForOnce() {
    ObjectNode spec = Asking.json();
    List.of("Ann@x.example", "bob@x.example", "ann@X.example")
        .forEach(spec.putArray(Asking.EMAILS)::add);
    var fields = new Fields(spec, (code, field, detail) -> {});

    assertThat(
            Asking.people(fields, UnaryOperator.identity()).stream()
                .map(each -> each.path("email").asText()))
        .containsExactly("Ann@x.example", "bob@x.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*@agency.example", "*", "ann*@agency.example"})
  void aPatternIsNoAddress(String pattern) {
    var faults = new ArrayList<String>();
    ObjectNode asked = Asking.json().put("email", pattern);
    asked.putArray(Asking.EMAILS).add(pattern);
    var fields = new Fields(asked, (code, field, detail) -> faults.add(field + ": " + detail));

    Asking.person(fields);
    Asking.people(fields, UnaryOperator.identity());

    assertThat(faults)
        .hasSize(2)
        .allMatch(fault -> fault.contains("Patterns are not taken"))
        .allMatch(fault -> fault.contains("all_with_role"));
  }
}
