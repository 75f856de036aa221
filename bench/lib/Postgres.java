import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;

/** PostgreSQL as the local profile starts it, with room for several replicas; ends with its standard input. Its arguments: the directory, and whether commits wait. */
class Postgres {
  public static void main(String[] args) throws Exception {
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(Path.of(args[0]))
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", args[1])
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "300")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
            .setPGStartupWait(Duration.ofMinutes(1));
    try (var postgres = builder.start()) {
      System.out.println(postgres.getJdbcUrl("postgres", "postgres"));
      while (System.in.read() >= 0) {}
    }
  }
}
