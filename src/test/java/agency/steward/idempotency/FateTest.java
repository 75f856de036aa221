package agency.steward.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import jakarta.ws.rs.core.Response;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FateTest {

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void whatMayPassIsNeverKeptForGood(ProblemCode code) {
    int status = code.status();
    boolean passing =
        status == 401 || status == 403 || status == 429 || status >= 500 || code.retryable();
    assertThat(Fate.of(Problem.of(code, "x")) == Fate.KEEP).isEqualTo(!passing);
  }

  @Property
  void anAnswerIsKeptOrForgottenByItsStatus(@ForAll @IntRange(min = 200, max = 499) int status) {
    assertThat(Fate.of(Response.status(status).build()))
        .isEqualTo(status == 401 || status == 403 || status == 429 ? Fate.FORGET : Fate.KEEP);
  }
}
