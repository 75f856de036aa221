package agency.steward.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** One real PostgreSQL for all tests of a run. Tests share it, so each makes its own data. */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
  private static EmbeddedPostgres postgres;

  public static synchronized EmbeddedPostgres postgres() {
    try {
      if (postgres == null) {
        postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "200")
                .start();
      }
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> start() {
    return Map.of(
        "quarkus.datasource.jdbc.url", postgres().getJdbcUrl("postgres", "postgres"),
        "quarkus.datasource.username", "postgres",
        "quarkus.datasource.password", "postgres");
  }

  @Override
  public void stop() {
    // The JVM ends it: other Quarkus starts of the same run go on using it.
  }
}
