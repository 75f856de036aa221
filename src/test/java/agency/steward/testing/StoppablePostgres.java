package agency.steward.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A PostgreSQL of its own that a test takes away and brings back: same port, same data. */
public final class StoppablePostgres implements QuarkusTestResourceLifecycleManager {
  private Path data;
  private int port;
  private EmbeddedPostgres running;

  @Override
  public Map<String, String> start() {
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
      data = Files.createTempDirectory("stoppable-postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    comeBack();
    return Map.of(
        "quarkus.datasource.jdbc.url", running.getJdbcUrl("postgres", "postgres"),
        "quarkus.datasource.username", "postgres",
        "quarkus.datasource.password", "postgres");
  }

  public void goAway() {
    try {
      running.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void comeBack() {
    try {
      running =
          EmbeddedPostgres.builder()
              .setPort(port)
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    goAway();
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(StoppablePostgres.class));
  }
}
