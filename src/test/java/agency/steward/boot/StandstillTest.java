package agency.steward.boot;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.testing.PostgresResource;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What PostgreSQL does about a replica that stands still; chaos.FrozenTest lets one do that. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class StandstillTest {
  @Inject DataSource database;

  @Test
  void aTransactionInWhichNothingHappensIsEndedAndThoseThatWaitForIt() throws SQLException {
    try (var connection = database.getConnection();
        var show = connection.createStatement();
        var row =
            show.executeQuery(
                "SELECT current_setting('idle_in_transaction_session_timeout'), current_setting('lock_timeout')")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("6s");
      assertThat(row.getString(2)).isEqualTo("10s");
    }
  }
}
