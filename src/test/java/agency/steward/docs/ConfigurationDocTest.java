package agency.steward.docs;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.boot.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConfigurationDocTest {
  private static final Path DOCUMENT = Path.of("docs/configuration.md");
  private static final Pattern PROPERTY = Pattern.compile("steward(?:\\.[a-z0-9-]+){2,}");

  @Test
  void itSaysWhatTheSourcesSay() {
    WrittenParts.of(DOCUMENT)
        .part("what production needs", needed())
        .part("settings", settings())
        .check();
  }

  @Test
  void whatIsReadWithoutAnInterfaceIsNamedToo() throws IOException {
    var read = new TreeSet<String>();
    for (String line : Files.readAllLines(Path.of("src/main/resources/application.properties"))) {
      if (!line.startsWith("#")) {
        PROPERTY.matcher(line).results().map(found -> found.group()).forEach(read::add);
      }
    }
    assertThat(Files.readString(DOCUMENT)).contains(read);
  }

  @Test
  void everySettingSaysWhatItIsFor() {
    SettingsOfSteward.byPrefix()
        .values()
        .forEach(group ->
            assertThat(group.settings())
                .isNotEmpty()
                .allSatisfy(
                    setting -> assertThat(setting.text()).as(setting.property()).isNotEmpty()));
  }

  private static String needed() {
    return Readiness.of(nothing -> Optional.empty()).missing().stream()
        .map(line -> "- " + line.replaceAll("\\b([A-Z]+(?:_[A-Z]+)+)\\b", "`$1`"))
        .collect(Collectors.joining("\n"));
  }

  private static String settings() {
    var text = new StringBuilder();
    for (Map.Entry<String, SettingsOfSteward.Group> group :
        SettingsOfSteward.byPrefix().entrySet()) {
      text.append("### ").append(group.getKey()).append("\n\n").append(group.getValue().text());
      text.append("\n\n| property | type | default | meaning |\n|---|---|---|---|\n");
      group.getValue().settings().forEach(setting -> text.append(setting.row()).append('\n'));
      text.append('\n');
    }
    return text.toString();
  }
}
