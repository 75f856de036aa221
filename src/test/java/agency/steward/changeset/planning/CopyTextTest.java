package agency.steward.changeset.planning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CopyTextTest {

  @Test
  void valuesAreApartByTabsAndLinesByBreaks() {
    var text = new CopyText();
    text.value("Ann").value(7).value(true).value(Optional.empty()).endOfLine();
    text.plain("b").value(Optional.of("")).endOfLine();
    assertThat(new String(text.bytes(), UTF_8)).isEqualTo("Ann\t7\tt\t\\N\nb\t\n");
  }

  @Test
  void nothingWithinAValueIsTakenForTheEndOfItOrForNone() {
    var text = new CopyText();
    text.value("\\N").value("a\tb\\.\r\n").endOfLine();
    assertThat(new String(text.bytes(), UTF_8)).isEqualTo("\\\\N\ta\\tb\\\\.\\r\\n\n");
  }

  /** Read as PostgreSQL's manual says. */
  @Property
  void whatIsReadIsWhatWasWritten(
      @ForAll @Size(max = 20)
          List<@Size(max = 20) List<@CharRange(from = '\t', to = 'ÿ') String>> lines) {
    var text = new CopyText();
    for (List<String> line : lines) {
      text.value("first");
      line.forEach(text::value);
      text.endOfLine();
    }
    var read = new ArrayList<List<String>>();
    if (!lines.isEmpty()) {
      for (String line : new String(text.bytes(), UTF_8).split("\n")) {
        var values = List.of(line.split("\t", -1));
        read.add(values.subList(1, values.size()).stream().map(CopyTextTest::read).toList());
      }
    }
    assertThat(read).isEqualTo(lines);
  }

  private static String read(String value) {
    var plain = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      plain.append(c == '\\' ? escaped(value.charAt(++i)) : c);
    }
    return plain.toString();
  }

  private static char escaped(char c) {
    return switch (c) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      default -> c;
    };
  }
}
