package agency.steward.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What documents point to is there. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("]\\((?!https?://|#)([^)#]+)[^)]*\\)");
  private static final Pattern TARGET = Pattern.compile("`make ([a-z]+)");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

  static List<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(Path.of("."));
        Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(top, docs).filter(file -> file.toString().endsWith(".md")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linksLeadSomewhere(Path document) throws IOException {
    Path directory = document.toAbsolutePath().getParent();
    assertThat(found(LINK, document))
        .allSatisfy(link -> assertThat(directory.resolve(link)).exists());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void commandsExist(Path document) throws IOException {
    String makefile = Files.readString(Path.of("Makefile"));
    assertThat(found(TARGET, document))
        .allSatisfy(target -> assertThat(makefile).containsPattern("(?m)^" + target + ":"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void testsThatAreNamedExist(Path document) throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("src/test/java"))) {
      var tests = all.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
      assertThat(found(TEST, document))
          .allSatisfy(test -> assertThat(tests).contains(test + ".java"));
    }
  }

  @Test
  void everyDecisionIsListed() throws IOException {
    String architecture = Files.readString(Path.of("docs/architecture.md"));
    try (Stream<Path> pages = Files.list(Path.of("docs/decisions"))) {
      assertThat(pages)
          .isNotEmpty()
          .allSatisfy(
              page -> assertThat(architecture).contains("(decisions/" + page.getFileName() + ")"));
    }
  }

  private static List<String> found(Pattern pattern, Path document) throws IOException {
    return pattern
        .matcher(Files.readString(document))
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
