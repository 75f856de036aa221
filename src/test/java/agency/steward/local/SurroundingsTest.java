package agency.steward.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.boot.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurroundingsTest {
  @TempDir Path temp;
  private final Map<String, String> configured = new HashMap<>();

  @Test
  void whatIsNotConfiguredIsStarted() throws Exception {
    try (var ignored = Surroundings.start(settings(Map.of()), configured::put)) {
      assertThat(configured.get("quarkus.datasource.jdbc.url")).startsWith("jdbc:postgresql:");
      assertThat(temp.resolve("postgres/PG_VERSION")).exists();
      String published = configured.get("steward.jwt.jwks-url");
      assertThat(Files.readString(Path.of(published.replaceFirst("^file:", ""))))
          .contains("\"keys\"");
      assertThat(configured.get("steward.instantly.base-url"))
          .isEqualTo(configured.get(Surroundings.SANDBOX));
      URI sandbox = URI.create(configured.get(Surroundings.SANDBOX) + "/_sandbox/workspaces");
      try (var http = HttpClient.newHttpClient()) {
        assertThat(
                http.send(HttpRequest.newBuilder(sandbox).build(), BodyHandlers.ofString()).body())
            .isEqualTo("[]");
      }
    }
  }

  @Test
  void whatIsConfiguredIsUsed() {
    var elsewhere =
        Map.of(
            "quarkus.datasource.jdbc.url", "jdbc:postgresql://db.example/steward",
            "steward.jwt.jwks-url", "https://idp.example/jwks",
            "steward.instantly.base-url", "https://api.instantly.ai");
    try (var ignored = Surroundings.start(settings(elsewhere), configured::put)) {
      assertThat(configured)
          .containsOnlyKeys(DataDirectory.PROPERTY, "steward.credential.local.directory");
      assertThat(temp.resolve("postgres")).doesNotExist();
      assertThat(temp.resolve("issuer.jwk")).doesNotExist();
    }
  }

  @Test
  void whatDoesNotStartLeavesTheDataToTheNextOne() throws Exception {
    Path inTheWay = Files.createFile(temp.resolve("sandbox"));
    Settings settings =
        settings(Map.of("quarkus.datasource.jdbc.url", "jdbc:postgresql://db.example/steward"));
    assertThatThrownBy(() -> Surroundings.start(settings, configured::put).close());

    Files.delete(inTheWay);
    Surroundings.start(settings, configured::put).close();
  }

  private Settings settings(Map<String, String> values) {
    var all = new HashMap<>(values);
    all.put(DataDirectory.PROPERTY, temp.toString());
    all.put("quarkus.http.port", "0");
    all.put("quarkus.management.port", "0");
    all.put("sandbox.port", "0");
    return property -> Optional.ofNullable(all.get(property));
  }
}
