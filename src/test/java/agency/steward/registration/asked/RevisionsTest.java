package agency.steward.registration.asked;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionsTest {

  @ParameterizedTest
  @ValueSource(strings = {"*", " * ", "\"3\"", "\"1\", \"3\"", "\"x\",\"3\""})
  void theseMayChangeTheThirdRevision(String ifMatch) {
    assertThat(Revisions.expected(Optional.of(ifMatch)).test(3)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "W/\"3\"", "\"33\"", "\"1\"", "\"*\""})
  void theseMayNot(String ifMatch) {
    assertThat(Revisions.expected(Optional.of(ifMatch)).test(3)).isFalse();
  }

  @Test
  void withoutAHeaderAnythingMayBeChanged() {
    assertThat(Revisions.expected(Optional.empty()).test(3)).isTrue();
  }
}
