package agency.steward.local.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL on a data directory that lasts: what is committed survives a {@code kill -9} of
 * Steward and of PostgreSQL itself. Reachable on loopback only, on a port the system chooses.
 */
public final class LocalPostgres implements AutoCloseable {
  /** Inside the data directory, so that a copy of it is whole. */
  private static final String COMPLETE = "steward-complete";

  private final EmbeddedPostgres postgres;

  private LocalPostgres(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Starts it where the last one ended, however that was. */
  public static LocalPostgres start(Path directory, Path log) {
    try {
      new Postmaster(directory).stop();
      discardHalfMade(directory);
      EmbeddedPostgres postgres = launch(directory, log);
      Files.write(directory.resolve(COMPLETE), List.of());
      return new LocalPostgres(postgres);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String jdbcUrl() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  private static EmbeddedPostgres launch(Path directory, Path log) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(directory)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "100")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setOutputRedirector(Redirect.to(log.toFile()))
        .setErrorRedirector(Redirect.to(log.toFile()))
        .setPGStartupWait(Duration.ofMinutes(1))
        .start();
  }

  /** A first start that was killed left a directory that can neither be used nor be made again. */
  private static void discardHalfMade(Path directory) throws IOException {
    if (!Files.isDirectory(directory) || Files.exists(directory.resolve(COMPLETE))) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
