package agency.steward.auditlog;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import agency.steward.testing.Asking;
import agency.steward.testing.Client;
import agency.steward.testing.Granted;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class AuditLogsOverHttpTest {
  private static final String LOGS = "audit-logs";

  @Inject Registered registered;
  @Inject Granted granted;

  /** Entries are an hour apart, the last one now, through all activities there are. */
  private Client client(int entries) {
    return Client.of(registered, "{\"audit_logs\":" + entries + "}");
  }

  @Test
  void anEntryGoesOutUnderInstantlysNamesWithTheNameOfItsActivity() {
    Client client = client(1);

    client
        .get(LOGS)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].workspace_id", equalTo(client.id()))
        .body("items[0].workspace_name", equalTo(client.workspace().name()))
        .body("items[0].organization_id", equalTo(client.sandbox().id()))
        .body("items[0].activity_type", equalTo(1))
        .body("items[0].activity", equalTo("user_login"))
        .body("items[0].from_api", equalTo(false))
        .body("steward", nullValue());
  }

  @Test
  void moreThanAPageOfInstantlysIsReadToItsEnd() {
    Client client = client(2_345);
    var ids = new ArrayList<String>();
    var times = new ArrayList<Instant>();
    String token = "";
    do {
      JsonPath page =
          client.get(LOGS + "?page_size=1000" + token).then().statusCode(200).extract().jsonPath();
      ids.addAll(page.getList("items.id"));
      page.getList("items.timestamp", String.class).forEach(at -> times.add(Instant.parse(at)));
      String next = page.getString("next_page_token");
      token = next == null ? "" : "&page_token=" + next;
    } while (!token.isEmpty());

    assertThat(ids).hasSize(2_345).doesNotHaveDuplicates();
    assertThat(times).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(client.calls()).as("three times three pages of up to 1,000").hasSize(9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"37", "api_key_created", "activity_37", "API%20key%20created"})
  void oneActivityIsAskedForByNameOrNumber(String activity) {
    Client client = client(100);

    client
        .get(LOGS + "?activity_type=" + activity)
        .then()
        .statusCode(200)
        .body("items", hasSize(3))
        .body("items.activity", everyItem(equalTo("api_key_created")));
  }

  @Test
  void aNumberThatNobodyKnowsYetIsNoMistake() {
    Client client = client(3);

    client.get(LOGS + "?activity_type=4711").then().statusCode(200).body("items", hasSize(0));
  }

  @Test
  void aSpanIsExactToTheMoment() {
    Client client = client(100);
    Instant now = Instant.now();
    String from = now.minus(Duration.ofMinutes(10 * 60 + 30)).toString();
    String until = now.minus(Duration.ofMinutes(5 * 60 + 30)).toString();

    client
        .get(LOGS + "?start_date=" + from + "&end_date=" + until)
        .then()
        .statusCode(200)
        .body("items", hasSize(5));
  }

  @ParameterizedTest
  @CsvSource({
    "activity_type=login,activity_type",
    "activity_type=,activity_type",
    "start_date=yesterday,start_date",
    "end_date=2026-02-30,end_date",
    "start_date=2026-03-02&end_date=2026-03-01,start_date",
    "page_size=0,page_size",
  })
  void whatIsNotUnderstoodIsNamedAndNotAsked(String query, String parameter) {
    Client client = client(1);

    problem(client.get(LOGS + "?" + query), 400, "INVALID_PARAMETER")
        .body("errors[0].pointer", equalTo(parameter));
    problem(client.get(LOGS + "?since=2026-03-02"), 400, "UNKNOWN_PARAMETER");
    assertThat(client.calls()).isEmpty();
  }

  @Test
  void anUnknownNameIsToldTheNames() {
    problem(client(1).get(LOGS + "?activity_type=member_removed"), 400, "INVALID_PARAMETER")
        .body("detail", containsString("api_key_created"))
        .body("detail", containsString("user_login"));
  }

  @Test
  void anEmptyLogDoesNotPretendToKnowWhy() {
    client(0)
        .get(LOGS)
        .then()
        .statusCode(200)
        .body("items", hasSize(0))
        .body("steward.empty_because", equalTo("unknown"))
        .body("steward.detail", containsString("/v1/ledger"));
  }

  @Test
  void aLogWithoutAMatchIsKnownToHaveOthers() {
    client(1)
        .get(LOGS + "?activity_type=mfa_login_succeeded")
        .then()
        .statusCode(200)
        .body("items", hasSize(0))
        .body("steward.empty_because", equalTo("no_match"));
  }

  @Test
  void aLapsedPlanIsNoEmptyLog() {
    Client client = client(1);
    SandboxControl.patch(client.sandbox().id(), "{\"plan_active\":false}");

    problem(client.get(LOGS), 409, "WORKSPACE_PLAN_INACTIVE");
  }

  @Test
  void aPlanWithoutTheFeatureIsNoEmptyLog() {
    Client client = client(1);
    client.behave(
        "GET", "/audit-logs", "\"fail\":{\"status\":402,\"message\":\"Upgrade for audit logs\"}");

    problem(client.get(LOGS), 409, "PLAN_FEATURE_REQUIRED")
        .body("detail", containsString("Upgrade for audit logs"));
  }

  @Test
  void aKeyWithoutTheScopeIsNoEmptyLog() {
    Client client = Client.withScopes(registered, "\"workspaces:read\"");

    problem(client.get(LOGS), 409, "CREDENTIAL_SCOPE_MISSING")
        .body("required[0]", equalTo("audit_logs:read"));
  }

  @Test
  void aDelegatedWorkspaceShowsItsOwnLog() {
    Client client = Client.delegated(registered, "{\"audit_logs\":3}");

    client
        .get(LOGS)
        .then()
        .statusCode(200)
        .body("items", hasSize(3))
        .body("items.organization_id", everyItem(equalTo(client.sandbox().id())));
  }

  @Test
  void aProfileWithoutAuditLogsDoesNotSeeThemAndAStrangerNotEvenTheWorkspace() {
    Client client = client(1);
    String sdr = "sdr-" + UUID.randomUUID();
    granted.in("sub:" + sdr, "sdr", client.workspace());

    problem(Asking.as(sdr).get(client.path(LOGS)), 403, "FORBIDDEN");
    problem(Asking.as("stranger").get(client.path(LOGS)), 404, "WORKSPACE_NOT_FOUND");
    assertThat(client.calls()).isEmpty();
  }
}
