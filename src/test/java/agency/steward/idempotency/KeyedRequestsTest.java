package agency.steward.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.problem.ProblemException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedRequestsTest {

  @Test
  void noHeaderIsNoKey() {
    assertThat(KeyedRequests.key(List.of())).isEmpty();
  }

  @Property
  void anyVisibleTextIsAKeyAsItIs(
      @ForAll @CharRange(from = '!', to = '~') @StringLength(min = 1, max = 255) String key) {
    assertThat(KeyedRequests.key(List.of(key))).contains(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\u0007b", "a\nb", "a\u0000", "a\u009fb"})
  void blankOrWithControlCharactersItIsNone(String key) {
    assertThatThrownBy(() -> KeyedRequests.key(List.of(key))).isInstanceOf(ProblemException.class);
  }

  @Test
  void twoHeadersAreNoKey() {
    assertThatThrownBy(() -> KeyedRequests.key(List.of("a", "a")))
        .isInstanceOf(ProblemException.class);
  }
}
