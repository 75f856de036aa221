package agency.steward.changeset.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemException;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final Faults faults = new Faults();

  private Problem said() {
    return catchThrowableOfType(ProblemException.class, faults::throwIfAny).problem();
  }

  @Test
  void theyAreSaidInTheOrderOfTheFile() {
    faults.add("line 10, column email", "ten");
    faults.add("line 9, column email", "nine");
    faults.add("line 9, column workspace", "nine too");

    assertThat(said().errors().stream().map(Problem.FieldError::detail))
        .containsExactly("nine", "nine too", "ten");
    assertThat(said().detail()).startsWith("3 things are wrong").contains("line 9, column email");
  }

  @Test
  void oneCellHasOneFaultAndItsRowStaysWrong() {
    faults.add("line 2, column email", "A formula");
    int before = faults.count();
    faults.add("line 2, column email", "No address");

    assertThat(said().errors().stream().map(Problem.FieldError::detail))
        .containsExactly("A formula");
    assertThat(said().detail()).startsWith("1 thing is wrong");
    assertThat(faults.count()).isGreaterThan(before);
  }

  @Test
  void rowsOfJsonAreInOrderToo() {
    faults.add("/rows/11/email", "eleven");
    faults.add("/rows/2/email", "two");

    assertThat(said().errors().stream().map(Problem.FieldError::detail))
        .containsExactly("two", "eleven");
  }
}
