package agency.steward.member.bulk;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import agency.steward.changeset.lane.claim.LaneWork;
import agency.steward.changeset.stored.SqlStore;
import agency.steward.member.Tenant;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ETags of change sets, and what is decided by them (contract 1). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class PreconditionsTest {
  private static final String ROLE = "{\"emails\":[\"bob@x.example\"],\"role\":\"editor\"}";

  @Inject Registered registered;
  @Inject LaneWork work;
  @Inject SqlStore database;

  private Asked set;

  @BeforeEach
  void aSetThatIsPlanned() {
    Tenant tenant = Tenant.of(registered, "zoe admin", "bob view");
    set = Asked.byAdmin("ann-" + UUID.randomUUID(), "role_change", ROLE, tenant);
  }

  private Response look() {
    return set.asker().get(set.path(""));
  }

  private RequestSpecification eve(String tag) {
    return Asked.as("eve", "agency-admin").header("If-Match", tag);
  }

  private String body(String fields) {
    return fields.replace('\'', '"').replace("DIGEST", set.digest());
  }

  @Test
  void theTagOfASetMovesWithWhatIsShownOfIt() {
    String planned = look().header("ETag");
    assertThat(planned).startsWith("\"").isEqualTo(look().header("ETag"));

    String going = set.apply().header("ETag");
    assertThat(going).isNotEqualTo(planned).isEqualTo(look().header("ETag"));

    work.workOff();
    assertThat(look().header("ETag")).isNotIn(planned, going);
  }

  @Test
  void aSetThatIsNewIsTaggedAsWhoeverReadsItIsTold() {
    Tenant tenant = Tenant.of(registered, "zoe admin", "bob view");
    String asked = Asked.spec("role_change", ROLE, tenant);
    Response made = Asked.json(Asked.as("ann", "agency-admin"), asked);

    String read = Asked.as("ann", "agency-admin").get(made.header("Location")).header("ETag");

    assertThat(made.header("ETag")).isNotNull().isEqualTo(read);
  }

  /** They have found it as it was; then it was somebody else's turn. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "approve | {'digest':'DIGEST'}",
        "reject | {'reason':'no'}",
        "apply | {'digest':'DIGEST'}",
        "pause | ''",
        "resume | ''",
        "cancel | ''"
      })
  void whoDecidesAfterSomebodyWhoDecidesAtOnceIsRefused(String what, String fields) {
    RequestSpecification as = eve(look().header("ETag"));
    RequestSpecification sent = fields.isEmpty() ? as : as.body(body(fields));

    Response late =
        QuarkusTransaction.requiringNew()
            .call(() -> {
              database.update(
                  "UPDATE change_set SET reason = 'another' WHERE id = ?::uuid", set.id());
              var waiting = CompletableFuture.supplyAsync(() -> sent.post(set.path("/" + what)));
              await().atMost(Duration.ofMinutes(1)).until(this::somebodyWaits);
              return waiting;
            })
            .join();

    problem(late, 412, "PRECONDITION_FAILED");
  }

  private boolean somebodyWaits() {
    String sql =
        "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
            + " AND query LIKE '%FROM change_set WHERE id = $1 AND bulk FOR UPDATE')";
    return database.column(sql, Boolean.class).getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "approve | {'digest':'DIGEST'}",
        "reject | {'reason':'no'}",
        "apply | {'digest':'DIGEST'}",
        "refresh | ''",
        "pause | ''",
        "resume | ''",
        "cancel | ''",
        "retry-failed | ''",
        "undo | ''"
      })
  void whatIsDecidedOfASetThatIsNoLongerSoIsRefused(String what, String fields) {
    String before = look().header("ETag");
    RequestSpecification late = eve("\"something-else\"");
    RequestSpecification sent = fields.isEmpty() ? late : late.body(body(fields));

    problem(sent.post(set.path("/" + what)), 412, "PRECONDITION_FAILED");

    assertThat(look().header("ETag")).isEqualTo(before);
  }

  @Test
  void whatIsDecidedOfASetAsItIsIsDone() {
    String tag = look().header("ETag");

    eve(tag)
        .body(body("{'digest':'DIGEST'}"))
        .post(set.path("/apply"))
        .then()
        .statusCode(202)
        .body("state", equalTo("running"));
    problem(eve(tag).post(set.path("/cancel")), 412, "PRECONDITION_FAILED");
    eve("*").post(set.path("/cancel")).then().statusCode(202).body("state", equalTo("cancelled"));
  }
}
