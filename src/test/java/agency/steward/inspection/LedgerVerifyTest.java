package agency.steward.inspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import agency.steward.ledger.Actor;
import agency.steward.ledger.Ledger;
import agency.steward.ledger.LedgerEntry;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Breaks the chain as somebody could who owns the database, triggers or not, and puts it right
 * again: other tests stand on the same chain.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@QuarkusTestResource(TokensResource.class)
class LedgerVerifyTest {
  private long first;

  @Inject Ledger ledger;
  @Inject DataSource database;

  @BeforeEach
  void threeEntriesAndACopyOfThem() throws SQLException {
    var actor = Actor.of("sub:" + UUID.randomUUID(), List.of());
    QuarkusTransaction.requiringNew()
        .run(() -> {
          for (String name : List.of("test.a", "test.b", "test.c")) {
            ledger.append(LedgerEntry.of(actor, name));
          }
        });
    try (Connection owner = database.getConnection();
        var statement =
            owner.prepareStatement("SELECT min(seq) FROM ledger_entry WHERE principal = ?")) {
      statement.setString(1, actor.principal());
      var row = statement.executeQuery();
      row.next();
      first = row.getLong(1);
    }
    asOwner("CREATE TABLE ledger_copy AS SELECT * FROM ledger_entry WHERE seq BETWEEN %d AND %d");
  }

  @AfterEach
  void putItRight() throws SQLException {
    asOwner(
        "DELETE FROM ledger_entry WHERE seq BETWEEN %d AND %d",
        "INSERT INTO ledger_entry SELECT * FROM ledger_copy", "DROP TABLE ledger_copy");
    verify().body("ok", equalTo(true));
  }

  @Test
  void aWholeChainIsCountedAndItsHeadNamed() {
    verify()
        .body("ok", equalTo(true))
        .body("entries", greaterThanOrEqualTo((int) first + 2))
        .body("head", matchesPattern("sha256:[0-9a-f]{64}"))
        .body("$", not(hasKey("first_bad")));
  }

  @Test
  void anEntryThatWasChangedIsFound() throws SQLException {
    asOwner(
        "UPDATE ledger_entry SET entry = convert_to(replace(convert_from(entry, 'UTF8'), 'test.b',"
            + " 'test.x'), 'UTF8'), action = 'test.x' WHERE seq = %d + 1");
    assertBadAt(first + 1, "hash");
  }

  @Test
  void anEntryWhoseColumnsWereChangedIsFound() throws SQLException {
    asOwner("UPDATE ledger_entry SET principal = 'sub:somebody-else' WHERE seq = %d + 1");
    assertBadAt(first + 1, "columns");
  }

  @Test
  void anEntryThatWasTakenOutIsFound() throws SQLException {
    asOwner("DELETE FROM ledger_entry WHERE seq = %d + 1");
    assertBadAt(first + 1, "missing");
  }

  @Test
  void entriesThatChangedPlacesAreFound() throws SQLException {
    asOwner(
        "UPDATE ledger_entry SET seq = -1 WHERE seq = %d",
        "UPDATE ledger_entry SET seq = %1$d WHERE seq = %1$d + 1",
        "UPDATE ledger_entry SET seq = %d + 1 WHERE seq = -1");
    assertBadAt(first, "hash");
  }

  @Test
  void anEntryThatWasPutInIsFound() throws SQLException {
    asOwner(
        "DELETE FROM ledger_entry WHERE seq = %d + 1",
        "INSERT INTO ledger_entry SELECT seq - 1, at, principal, action, workspace_id,"
            + " change_set_id, entry, hash FROM ledger_entry WHERE seq = %d + 2");
    assertBadAt(first + 1, "hash");
  }

  @Test
  void aStreamThatCannotGoOnIsBrokenOffAndNotEnded() throws Exception {
    String many = "sub:many-" + UUID.randomUUID();
    QuarkusTransaction.requiringNew()
        .run(() -> {
          for (int i = 0; i < 700; i++) {
            ledger.append(LedgerEntry.of(Actor.of(many, List.of()), "test.many"));
          }
          ledger.append(LedgerEntry.of(Actor.of(many, List.of()), "test.last"));
        });
    String last = " WHERE action = 'test.last' AND principal = '" + many + "'";
    asOwner("UPDATE ledger_entry SET entry = '\\x00' || entry" + last);
    try (HttpClient client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(
                  URI.create(
                      RestAssured.baseURI
                          + ":"
                          + RestAssured.port
                          + "/v1/ledger?format=ndjson&actor="
                          + many))
              .header("Authorization", Tokens.bearer("aud", "agency-auditor"))
              .build();
      assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.ofString()))
          .isInstanceOf(IOException.class);
    } finally {
      asOwner("UPDATE ledger_entry SET entry = substr(entry, 2)" + last);
    }
  }

  private void assertBadAt(long seq, String why) {
    verify()
        .body("ok", equalTo(false))
        .body("first_bad.seq", equalTo((int) seq))
        .body("first_bad.detail", containsString(why))
        .body("$", not(hasKey("head")));
  }

  private static ValidatableResponse verify() {
    return given()
        .header("Authorization", Tokens.bearer("aud", "agency-auditor"))
        .get("/v1/ledger/verify")
        .then()
        .statusCode(200);
  }

  private void asOwner(String... statements) throws SQLException {
    try (Connection owner = database.getConnection();
        var statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("SET LOCAL session_replication_role = replica");
      for (String sql : statements) {
        statement.execute(sql.formatted(first, first + 2));
      }
      owner.commit();
    }
  }
}
