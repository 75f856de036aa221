package agency.steward.changeset.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsAskedTest {
  private final Faults faults = new Faults();

  @Test
  void aRowThatIsNullIsNamedAndTheOthersKeepTheirPlace() throws Exception {
    List<ObjectNode> rows =
        new ObjectMapper().readValue("[{},null,{}]", new TypeReference<List<ObjectNode>>() {});

    assertThat(RowsAsked.json(rows, faults).stream().map(RowAsked::where))
        .containsExactly("/rows/0/", "/rows/2/");
    assertThat(
            catchThrowableOfType(ProblemException.class, faults::throwIfAny)
                .problem()
                .errors()
                .stream()
                .map(Problem.FieldError::pointer))
        .containsExactly("/rows/1");
  }
}
