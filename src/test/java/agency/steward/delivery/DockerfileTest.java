package agency.steward.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DockerfileTest {
  private static final Pattern PINNED =
      Pattern.compile("FROM [a-z0-9./-]+:\\d+(\\.\\d+)+_\\d+-jre-\\w+(@sha256:[0-9a-f]{64})?");

  /** A start, so that later ones are quick; what it was done with is not left behind. */
  private static final String RECORDED =
      "RUN bash /tmp/record /opt/steward && rm /tmp/record recording.log";

  /** One line per instruction, comments left out. */
  private final List<String> instructions =
      Files.readString(Path.of("docker/Dockerfile"))
          .replaceAll("(?m)^\\s*#.*\\n", "")
          .replaceAll("\\\\\\n\\s*", "")
          .lines()
          .filter(line -> !line.isBlank())
          .toList();

  DockerfileTest() throws IOException {}

  @Test
  void theBaseIsOneExactRelease() {
    assertThat(all("FROM")).isNotEmpty().allMatch(PINNED.asMatchPredicate());
    assertThat(all("FROM").getLast()).contains(":25.");
  }

  @Test
  void itDoesNotRunAsRoot() {
    assertThat(instructions.indexOf("USER 10001:10001")).isPositive();
    assertThat(all("USER").getLast()).matches("USER [1-9]\\d*:[1-9]\\d*");
    assertThat(all("COPY")).noneMatch(copy -> copy.contains("--chown"));
  }

  @Test
  void theUserIsTheOneTheChartNames() {
    String user = all("USER").getLast().substring("USER ".length()).split(":")[0];
    assertThat(Chart.rendered(Chart.LEAST).pod().at("/securityContext/runAsUser").asText())
        .isEqualTo(user);
  }

  @Test
  void nothingIsFetchedOrInstalledWhileItIsBuilt() {
    assertThat(all("ADD")).isEmpty();
    assertThat(all("RUN")).containsExactly(RECORDED);
  }

  @Test
  void nothingSecretIsBakedIn() {
    assertThat(all("ENV")).isEmpty();
    assertThat(all("ARG")).isEmpty();
  }

  @Test
  void theEntryPointIsAProgramAndNotAShell() {
    assertThat(all("ENTRYPOINT")).singleElement().asString().startsWith("ENTRYPOINT [\"java\", ");
    assertThat(all("CMD")).isEmpty();
  }

  @Test
  void whatChangesLeastIsCopiedFirst() {
    assertThat(all("COPY"))
        .extracting(copy -> copy.split(" ")[1])
        .containsExactly(
            "target/quarkus-app/lib/",
            "target/quarkus-app/quarkus/",
            "target/quarkus-app/quarkus-run.jar",
            "target/quarkus-app/app/",
            "bin/record");
  }

  @Test
  void theBuildSeesNothingElse() throws IOException {
    assertThat(
            Files.readAllLines(Path.of(".dockerignore")).stream().filter(l -> !l.startsWith("#")))
        .containsExactly("*", "!target/quarkus-app", "!bin/record");
  }

  private List<String> all(String instruction) {
    return instructions.stream().filter(line -> line.startsWith(instruction + " ")).toList();
  }
}
