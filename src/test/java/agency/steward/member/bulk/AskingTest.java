package agency.steward.member.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.Fields;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

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
}
