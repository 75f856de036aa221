package agency.steward.instantly.share;

import agency.steward.testing.PostgresResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/** A database of its own with nothing but the tables of shares. */
final class QuotaDatabase {
  private static final Path MIGRATION =
      Path.of("src/main/resources/db/migration/V25__shared_quota.sql");

  private QuotaDatabase() {}

  static DataSource create() throws SQLException, IOException {
    String name = "quota_" + UUID.randomUUID().toString().replace('-', '_');
    var server = PostgresResource.postgres();
    run(server.getPostgresDatabase(), "CREATE DATABASE " + name);
    DataSource database = server.getDatabase("postgres", name);
    run(database, Files.readString(MIGRATION));
    return database;
  }

  private static void run(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
