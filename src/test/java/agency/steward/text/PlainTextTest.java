package agency.steward.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Ann", "Zoë, 日本語", "\uD83D\uDE00"})
  void whatCanBeSeenInOneLineIsPlain(String text) {
    assertThat(PlainText.is(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "a\nb", "a\tb", "\u007f", "a\u0085", "\uD83D", "\uDE00\uD83D"})
  void controlCharactersAndHalvesOfOneAreNot(String text) {
    assertThat(PlainText.is(text)).isFalse();
  }
}
