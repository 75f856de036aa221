package agency.steward.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApiKeyTest {
  private static final String VALUE =
      "aGVsbG8tdGhpcy1pcy1hLWtleS1vZi1zaXh0eS1laWdodC1jaGFyYWN0ZXJzLWxvbmc=";
  private static final String POINTER = "/credential/api_key";

  static Stream<String> impossible() {
    return Stream.of(
        "",
        "   ",
        "\n",
        VALUE + "\n",
        VALUE + "\r\nX-Injected: 1",
        " " + VALUE,
        VALUE.substring(0, 10) + "\0" + VALUE.substring(10),
        VALUE + "\u007f",
        VALUE + "\u00e9",
        VALUE + "\u2028",
        "x".repeat(1_000_000));
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void whatCannotBeAKeyIsRefusedNamingTheFieldAndNotTheValue(String text) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ApiKey.parse(text, POINTER))
        .satisfies(e -> {
          assertThat(e.problem().code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
          assertThat(e.problem().errors())
              .singleElement()
              .satisfies(error -> assertThat(error.pointer()).isEqualTo(POINTER));
          assertThat(e.problem().toString().length()).isLessThan(600);
          assertThat(e.problem().toString()).doesNotContain(VALUE.substring(0, 10));
        });
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void thereIsNoKeyThatCouldBreakAHeader(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ApiKey(text))
        .withMessageNotContaining(VALUE.substring(0, 10));
  }

  @Test
  void aKeyOfInstantlyIsOne() {
    assertThat(ApiKey.parse(VALUE, POINTER).reveal()).isEqualTo(VALUE);
    assertThat(ApiKey.parse("k", POINTER).reveal()).isEqualTo("k");
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void whatCannotBeAKeyIsNoneWhereItIsFound(String text) {
    assertThat(ApiKey.found(text)).isEmpty();
  }

  @Test
  void anySecretHasAFingerprintThatAKeyOfThatValueShares() {
    assertThat(ApiKey.fingerprintOf("Basic c2VjcmV0 \u00e9")).matches("sha256:[0-9a-f]{12}");
    assertThat(ApiKey.fingerprintOf(VALUE))
        .isEqualTo(ApiKey.found(VALUE).orElseThrow().fingerprint());
  }

  @Test
  void itRedactsItself() {
    assertThat(new ApiKey(VALUE))
        .asString()
        .matches("ApiKey\\[sha256:[0-9a-f]{12}]")
        .doesNotContain(VALUE);
  }

  @Test
  void twoKeysAreOneWhenTheirValuesAre() {
    assertThat(new ApiKey(VALUE))
        .isEqualTo(new ApiKey(VALUE))
        .hasSameHashCodeAs(new ApiKey(VALUE))
        .isNotEqualTo(new ApiKey(VALUE + "x"))
        .isNotEqualTo(VALUE);
  }
}
