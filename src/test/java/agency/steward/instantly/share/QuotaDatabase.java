package agency.steward.instantly.share;

import agency.steward.testing.PostgresResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** A database of its own with nothing but the tables of shares. */
final class QuotaDatabase {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  private QuotaDatabase() {}

  static DataSource create() throws SQLException, IOException {
    String name = "quota_" + UUID.randomUUID().toString().replace('-', '_');
    var server = PostgresResource.postgres();
    run(server.getPostgresDatabase(), "CREATE DATABASE " + name);
    DataSource database = server.getDatabase("postgres", name);
    for (String migration : List.of("V25__shared_quota.sql", "V31__quota_process.sql")) {
      run(database, Files.readString(MIGRATIONS.resolve(migration)));
    }
    return database;
  }

  private static void run(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
