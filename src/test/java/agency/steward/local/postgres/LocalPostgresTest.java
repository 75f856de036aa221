package agency.steward.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
  @TempDir Path temp;

  @AfterEach
  void nothingIsLeft() {
    new Postmaster(data()).stop();
  }

  @Test
  void whatWasCommittedIsThereAfterAStewardThatWasKilled() throws Exception {
    // Given a server that nobody stopped
    LocalPostgres left = start();
    assertThat(query(left, "SHOW fsync")).isEqualTo("on");
    assertThat(query(left, "SHOW synchronous_commit")).isEqualTo("on");
    assertThat(query(left, "CREATE TABLE t AS SELECT 42 AS n; SELECT n FROM t")).isEqualTo("42");
    ProcessHandle orphan = new Postmaster(data()).running().orElseThrow();
    forgetLock();

    // When
    try (var next = start()) {

      // Then
      assertThat(query(next, "SELECT n FROM t")).isEqualTo("42");
      assertThat(orphan.info().arguments()).isEmpty();
    }
    assertThat(new Postmaster(data()).running()).isEmpty();
  }

  @Test
  void whatWasCommittedIsThereAfterPostgresItselfWasKilled() throws Exception {
    LocalPostgres killed = start();
    query(killed, "CREATE TABLE t AS SELECT 42 AS n; SELECT n FROM t");
    new Postmaster(data()).running().orElseThrow().destroyForcibly();
    forgetLock();

    try (var next = start()) {
      assertThat(query(next, "SELECT n FROM t")).isEqualTo("42");
    }
  }

  @Test
  void aFirstStartThatWasKilledDoesNotPreventTheSecond() throws IOException, SQLException {
    Files.createDirectories(data());
    Files.writeString(data().resolve("postgresql.conf"), "");

    try (var next = start()) {
      assertThat(query(next, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void aProcessThatOnlyHasTheSameNumberIsLeftAlone() throws IOException {
    Files.createDirectories(data());
    long me = ProcessHandle.current().pid();
    Path pidFile = Files.writeString(data().resolve("postmaster.pid"), me + "\n" + data() + "\n");

    assertThat(new Postmaster(data()).stop()).isFalse();
    assertThat(pidFile).doesNotExist();
  }

  private LocalPostgres start() {
    return LocalPostgres.start(data(), temp.resolve("log"));
  }

  /** The death of a process gives its locks back; here the process goes on. */
  private void forgetLock() throws IOException {
    Files.delete(data().resolve("epg-lock"));
  }

  private Path data() {
    return temp.resolve("data");
  }

  private static String query(LocalPostgres postgres, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(postgres.jdbcUrl());
        var statement = connection.createStatement()) {
      boolean rows = statement.execute(sql);
      while (!rows) {
        rows = statement.getMoreResults();
      }
      try (var result = statement.getResultSet()) {
        result.next();
        return result.getString(1);
      }
    }
  }
}
