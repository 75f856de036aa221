package agency.steward.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void stringsAndLiteralsAreThoseOfTheExampleInRfc8785Section322() throws IOException {
    assertThat(
            canonical(
                """
                {"string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                 "literals": [null, true, false]}\
                """))
        .isEqualTo(
            """
            {"literals":[null,true,false],"string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}\
            """);
  }

  @Test
  void membersAreSortedAsTheExampleInRfc8785Section323() throws IOException {
    assertThat(
            canonical(
                """
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                 "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                 "\\u00f6": "Latin Small Letter O With Diaeresis"}\
                """))
        .containsSubsequence(
            "Carriage Return",
            "One",
            "Control",
            "Latin Small Letter O With Diaeresis",
            "Euro Sign",
            "Emoji: Grinning Face",
            "Hebrew Letter Dalet With Dagesh");
  }

  @Test
  void nestedObjectsAreSortedAndNothingIsBlank() throws IOException {
    assertThat(canonical("{ \"b\" : [ { \"d\" : 1 , \"c\" : { } } , [ ] ] , \"a\" : \"\" }"))
        .isEqualTo("{\"a\":\"\",\"b\":[{\"c\":{},\"d\":1},[]]}");
  }

  @ParameterizedTest
  @CsvSource({"-0,0", "9007199254740991,9007199254740991", "-9007199254740991,-9007199254740991"})
  void wholeNumbersStandAsTheyAre(String number, String written) throws IOException {
    assertThat(canonical(number)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.5", "1e3", "9007199254740992", "-9007199254740992", "1234567890123456789012"})
  void numbersWithMoreThanOneSpellingAreRefused(String number) {
    assertThatIllegalArgumentException().isThrownBy(() -> canonical(number));
  }

  @Test
  void halfASurrogatePairIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalJson.bytes(new TextNode("\ud83d")));
  }

  private static String canonical(String json) throws IOException {
    return new String(CanonicalJson.bytes(JSON.readTree(json)), UTF_8);
  }
}
