package agency.steward.fleet.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\tx"})
  void accident12AnExportedCellIsNoFormula(String evil) {
    assertThat(line(evil)).isEqualTo("'" + evil + "\r\n");
  }

  @Test
  void aFormulaBehindACarriageReturnIsNoneEither() {
    assertThat(line("\r=1")).isEqualTo("\"'\r=1\"\r\n");
  }

  @Test
  void cellsAreQuotedAsRfc4180Says() {
    assertThat(line("plain", "", "a,b", "say \"hi\"", "two\nlines", " padded"))
        .isEqualTo("plain,,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\" padded\"\r\n");
  }

  @Test
  void aNumberStaysANumber() {
    var text = new StringBuilder();
    new CsvLine(text).literal("-1").literal("1.16E+20").end();
    assertThat(text).hasToString("-1,1.16E+20\r\n");
  }

  private static String line(String... cells) {
    var text = new StringBuilder();
    var line = new CsvLine(text);
    for (String cell : cells) {
      line.cell(cell);
    }
    line.end();
    return text.toString();
  }
}
