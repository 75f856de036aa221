package agency.steward.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {

  @ParameterizedTest
  @CsvSource({
    "08006, DATABASE_UNAVAILABLE",
    "57P01, DATABASE_UNAVAILABLE",
    "25P03, DATABASE_UNAVAILABLE",
    "55P03, DATABASE_UNAVAILABLE",
    "99999, DATABASE_UNAVAILABLE",
    ", DATABASE_UNAVAILABLE",
    "23505, INTERNAL_ERROR"
  })
  void aDatabaseThatIsAwayIsToldFromOneThatRefuses(String state, ProblemCode code) {
    var thrown =
        new IllegalStateException("a change set cannot be read", new SQLException("", state));

    assertThat(Diagnosis.of(thrown).code()).isEqualTo(code);
  }

  @Test
  void whyACommitFailedIsFoundWhereTheTransactionManagerPutsIt() {
    var failed = new RollbackException("Could not commit transaction.");
    failed.addSuppressed(new IllegalStateException(new SQLException("", "25P03")));

    assertThat(Diagnosis.of(new IllegalStateException(failed)).code())
        .isEqualTo(ProblemCode.DATABASE_UNAVAILABLE);
  }
}
