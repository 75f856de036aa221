package agency.steward.boot.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.testing.PostgresResource;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.Reader;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class TablesTest {
  @Inject Scripts scripts;
  @Inject DataSource shared;
  @Inject Tables started;

  private final PGSimpleDataSource own = new PGSimpleDataSource();

  @BeforeEach
  void makeADatabase() throws SQLException {
    String name = "tables_" + UUID.randomUUID().toString().replace('-', '_');
    try (var connection = shared.getConnection()) {
      own.setUrl(
          connection.getMetaData().getURL().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"));
      own.setUser(connection.getMetaData().getUserName());
      own.setPassword("postgres");
      connection.createStatement().execute("CREATE DATABASE " + name);
    }
  }

  @Test
  void theTablesOfARunningStewardNeedNoFlyway() {
    assertThat(started.areAsWanted()).isTrue();
  }

  @Test
  void anEmptyDatabaseGetsItsTablesAndIsLeftAloneFromThenOn() throws SQLException {
    Tables tables = tables(true);
    assertThat(tables.areAsWanted()).isFalse();
    tables.prepare(new StartupEvent());
    assertThat(tables.areAsWanted()).isTrue();
    run("SELECT count(*) FROM workspace");
  }

  @Test
  void whoMigratesByOtherMeansIsLeftAlone() {
    Tables tables = tables(false);
    tables.prepare(new StartupEvent());
    assertThat(tables.areAsWanted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE %s SET checksum = checksum + 1 WHERE version = '2'",
        "UPDATE %s SET checksum = NULL WHERE version = '2'",
        "UPDATE %s SET version = '2.1' WHERE version = '2'",
        "UPDATE %s SET version = NULL WHERE version = '2'",
        "UPDATE %s SET script = 'V2__other.sql' WHERE version = '2'",
        "UPDATE %s SET type = 'JDBC' WHERE version = '2'",
        "UPDATE %s SET success = false WHERE version = '2'",
        "DELETE FROM %s WHERE version = (SELECT max(version) FROM %1$s)", // an older database
        "INSERT INTO %s SELECT 900, '900', 'newer', type, 'V900__newer.sql', 1, 'x', now(), 1, true FROM %1$s LIMIT 1",
        "DROP TABLE %s",
      })
  void anythingElseWrittenDownIsForFlywayToJudge(String other) throws SQLException {
    Tables tables = tables(true);
    tables.prepare(new StartupEvent());
    run(other.formatted(HistoryStore.TABLE));
    assertThat(tables.areAsWanted()).isFalse();
  }

  @Test
  void aDatabaseThatIsAwayIsForFlywayToJudge() {
    own.setPortNumbers(new int[] {1});
    assertThat(tables(true).areAsWanted()).isFalse();
  }

  @Test
  void whatFlywayHasDoneIsWhatIsWanted() throws SQLException {
    scripts.flyway(own).migrate();
    assertThat(HistoryStore.taken(own)).isEqualTo(scripts.steps()).isNotEmpty();
  }

  @Test
  void whoMigratesHoldsALockThatPostgresDoesNotEndForStandingStill() {
    var locking =
        scripts.flyway(own).getConfigurationExtension(PostgreSQLConfigurationExtension.class);
    assertThat(locking.isTransactionalLock()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"R__views.sql", "beforeMigrate.sql", "V1_1__x.sql", "U1__x.sql", "V1__x.txt"})
  void noOtherFileIsAStepThatIsTakenOnce(String name) {
    assertThatThrownBy(() -> Step.of(new Named(name))).isInstanceOf(IllegalArgumentException.class);
  }

  private Tables tables(boolean migrate) {
    return new Tables(scripts, own, () -> migrate);
  }

  private void run(String sql) throws SQLException {
    try (var connection = own.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static final class Named extends LoadableResource {
    private final String name;

    Named(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      return new StringReader("SELECT 1");
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }

    @Override
    public String getAbsolutePath() {
      return name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return name;
    }
  }
}
