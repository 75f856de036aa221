package agency.steward.instantly.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "-1.5E-2147483647", "0e99999999999", "NaN", "01"})
  void aNumberThatNobodyCanHoldMakesItNoObject(String number) {
    assertThat(Json.object(("{\"a\":" + number + "}").getBytes(UTF_8))).isEmpty();
  }
}
