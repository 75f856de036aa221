package agency.steward.load;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import agency.steward.testing.PostgresResource;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** PostgreSQL is well, and all connections that a replica may have to it are in use. */
@QuarkusTest
@TestProfile(BusyDatabaseTest.FewConnections.class)
class BusyDatabaseTest {
  private static final int CONNECTIONS = 6;
  private static final int TURNS = CONNECTIONS / 2;
  private static final String CHANGE_SETS = "/v1/change-sets";
  private static final String LEDGER = "/v1/ledger";
  private static final String ONE = "/v1/profiles/none";

  public static class FewConnections implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.datasource.jdbc.max-size", String.valueOf(CONNECTIONS),
          "quarkus.datasource.jdbc.acquisition-timeout", "PT1S",
          "quarkus.datasource.jdbc.new-connection-sql", "SET lock_timeout = '60s'");
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(PostgresResource.class),
          new TestResourceEntry(TokensResource.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }
  }

  @Inject DataSource pool;
  @Inject MeterRegistry meters;

  private final String hog = "hog-" + UUID.randomUUID();
  private final String ann = "ann-" + UUID.randomUUID();

  private static Response get(String who, String path) {
    return given().header("Authorization", Tokens.bearer(who, "agency-admin")).get(path);
  }

  private static void isRefused(Response answer, int status, String code) {
    answer
        .then()
        .statusCode(status)
        .header("Retry-After", matchesPattern("[1-3]"))
        .body("code", equalTo(code))
        .body("retryable", equalTo(true));
  }

  @Test
  void aPoolInUseIsNoDatabaseAway() throws SQLException {
    var taken = new ArrayList<Connection>();
    try {
      while (taken.size() < CONNECTIONS) {
        taken.add(pool.getConnection());
      }
      isRefused(get(ann, ONE), 503, "OVERLOADED");
      isRefused(get(ann, CHANGE_SETS), 503, "OVERLOADED");
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
    assertThat(get(ann, ONE).statusCode()).isEqualTo(404);
    assertThat(get(ann, CHANGE_SETS).statusCode()).isEqualTo(200);
  }

  @Test
  void whoListsMuchLeavesConnectionsToOthersAndHearsWhoseShareIsUsedUp() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection holder = holding("ledger_entry")) {
      List<Future<Response>> lists = send(threads, 2 * CONNECTIONS, hog, LEDGER);
      await().until(() -> waitingForTable("ledger_entry") >= TURNS);

      get(ann, ONE).then().statusCode(404);
      isRefused(get(ann, CHANGE_SETS), 503, "OVERLOADED");
      await().until(() -> count(lists, Future::isDone) == 2 * CONNECTIONS - TURNS);
      assertThat(waitingForTable("ledger_entry")).isEqualTo(TURNS);
      holder.rollback();

      for (Future<Response> list : lists) {
        Response answer = list.get();
        if (answer.statusCode() != 200) {
          isRefused(answer, 429, "RATE_LIMITED");
        }
      }
      assertThat(count(lists, list -> list.resultNow().statusCode() == 200)).isEqualTo(TURNS);
    }
  }

  @Test
  void itIsTheTurnOfWhoListsLittleBeforeAllThatOneOtherHasSentBefore() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection longer = holding("ledger_entry");
        Connection holder = holding("access_grant")) {
      send(threads, TURNS, hog, "/v1/grants");
      await().until(() -> waitingForTable("access_grant") == TURNS);
      send(threads, CONNECTIONS, hog, LEDGER);
      await().until(() -> waitingForTurn() == CONNECTIONS);
      List<Future<Response>> one = send(threads, 1, ann, CHANGE_SETS);
      await().until(() -> waitingForTurn() == CONNECTIONS + 1);

      holder.rollback();

      one.getFirst().get().then().statusCode(200);
      await().until(() -> waitingForTable("ledger_entry") == TURNS);
      longer.rollback();
    }
  }

  private static List<Future<Response>> send(
      ExecutorService threads, int times, String who, String path) {
    return Stream.generate(() -> threads.submit(() -> get(who, path))).limit(times).toList();
  }

  private static long count(
      List<Future<Response>> lists, Predicate<? super Future<Response>> which) {
    return lists.stream().filter(which).count();
  }

  private int waitingForTurn() {
    return (int) meters.get("steward.load.waiting").tag("what", "list").gauge().value();
  }

  /** Nobody else can read the table until the connection, which is none of the pool's, lets go. */
  private static Connection holding(String table) throws SQLException {
    Connection outside = outside();
    outside.setAutoCommit(false);
    outside.createStatement().execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
    return outside;
  }

  private static Connection outside() throws SQLException {
    return PostgresResource.postgres().getPostgresDatabase().getConnection();
  }

  private static int waitingForTable(String table) throws SQLException {
    String sql =
        "SELECT count(DISTINCT pid) FROM pg_locks WHERE relation = ?::regclass AND NOT granted";
    try (Connection outside = outside();
        PreparedStatement statement = outside.prepareStatement(sql)) {
      statement.setString(1, table);
      ResultSet found = statement.executeQuery();
      found.next();
      return found.getInt(1);
    }
  }
}
