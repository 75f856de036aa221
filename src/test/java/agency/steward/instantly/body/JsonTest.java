package agency.steward.instantly.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "-1.5E-2147483647", "0e99999999999", "NaN", "01"})
  void aNumberThatNobodyCanHoldMakesItNoObject(String number) {
    assertThat(Json.object(("{\"a\":" + number + "}").getBytes(UTF_8))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1"})
  void anythingButUtf8IsNoJson(String encoding) {
    assertThat(Json.object("{\"a\":\"é😀\"}".getBytes(UTF_8))).isPresent();
    assertThat(Json.object("{\"a\":\"é\"}".getBytes(Charset.forName(encoding)))).isEmpty();
  }

  /** Overlong, half a pair, beyond the last one, cut, and nothing that begins one. */
  @ParameterizedTest
  @ValueSource(strings = {"C0A2", "EDA080", "F7BFBFBF", "F4908080", "E282", "80"})
  void whatIsNoCharacterMakesItNoObject(String bytes) {
    var json = new ByteArrayOutputStream();
    json.writeBytes("{\"a\":{\"".getBytes(UTF_8));
    json.writeBytes(HexFormat.of().parseHex(bytes));
    json.writeBytes("\":1}}".getBytes(UTF_8));

    assertThat(Json.object(json.toByteArray())).isEmpty();
  }
}
