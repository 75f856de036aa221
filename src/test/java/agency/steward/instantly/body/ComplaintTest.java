package agency.steward.instantly.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.credential.ApiKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplaintTest {
  private static final ApiKey KEY = new ApiKey("c2VjcmV0");

  @ParameterizedTest
  @ValueSource(strings = {"half \\ud83d here", "\\ude00\\ud83d", "\\u0000\\u0007"})
  void whatIsNoCharacterIsNotShown(String message) {
    String shown = shown(message);

    assertThat(UTF_8.newEncoder().canEncode(shown)).isTrue();
    assertThat(shown).doesNotContainPattern("\\p{Cntrl}");
  }

  @ParameterizedTest
  @ValueSource(ints = {297, 298, 299, 300, 301})
  void noCharacterIsCutInTwo(int before) {
    String shown = shown("a b ".repeat(100).substring(0, before) + "😀😀😀");

    assertThat(UTF_8.newEncoder().canEncode(shown)).isTrue();
    assertThat(shown.length()).isLessThanOrEqualTo(301);
  }

  private static String shown(String message) {
    byte[] body = ("{\"message\":\"" + message + "\"}").getBytes(UTF_8);
    return Complaint.read(body, KEY).orElseThrow().message();
  }
}
