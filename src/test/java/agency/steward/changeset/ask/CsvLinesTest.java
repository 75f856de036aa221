package agency.steward.changeset.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLinesTest {

  private static List<CsvLines.Line> read(String text, Faults faults) {
    return CsvLines.of(text, faults);
  }

  @Test
  void quotesCommasAndLineBreaksInCellsAreRead() {
    var faults = new Faults();
    var lines = read("\uFEFFa,\"b,\"\"c\"\"\r\nd\"\r\n\r\ne,\n", faults);

    assertThat(lines)
        .containsExactly(
            new CsvLines.Line(1, List.of("a", "b,\"c\"\r\nd")),
            new CsvLines.Line(4, List.of("e", "")));
    assertThat(faults.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,\"b", "\"a\"b,c", "\""})
  void whatIsNoCsvIsAFault(String text) {
    var faults = new Faults();
    read(text, faults);

    assertThat(faults.isEmpty()).isFalse();
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    return Arbitraries.strings()
        .withChars('a', ',', '"', '\n', '\r', ' ', 'é')
        .ofMaxLength(6)
        .list()
        .ofSize(3)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Property
  void whateverIsWrittenIsReadAgain(@ForAll("tables") List<List<String>> table) {
    var text = new StringBuilder();
    for (List<String> line : table) {
      text.append(
          String.join(
              ",", line.stream().map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"").toList()));
      text.append("\r\n");
    }

    assertThat(read(text.toString(), new Faults()).stream().map(CsvLines.Line::cells))
        .containsExactlyElementsOf(
            table.stream().filter(line -> !line.stream().allMatch(String::isBlank)).toList());
  }
}
