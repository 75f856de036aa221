package agency.steward.changeset.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import agency.steward.changeset.stored.SqlStore;
import agency.steward.member.Tenant;
import agency.steward.member.bulk.Asked;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A plan that nobody can make comes to an end, and says so. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class PlanTriesTest {
  private static final String ADMIN = "agency-admin";

  @Inject Registered registered;
  @Inject Planning planning;
  @Inject Survey survey;
  @Inject PlanRuns runs;
  @Inject PlanConfig config;
  @Inject SqlStore database;

  private final String ann = "ann-" + UUID.randomUUID();

  /** A bug that shows whenever anything is planned. */
  @SuppressWarnings("NullAway")
  private static final class Broken extends Planning {
    private final AtomicInteger tried = new AtomicInteger();

    private Broken(Survey survey) {
      super(null, survey, null, null, null, null);
    }

    @Override
    Sheet sheet(String kind, Requested requested, boolean remember) {
      tried.incrementAndGet();
      throw new IllegalStateException("broken");
    }
  }

  private void plannerDies(String set) {
    QuarkusTransaction.requiringNew()
        .run(() ->
            database.update(
                "UPDATE change_set SET planner_until = now() - interval '1 second'"
                    + " WHERE id = ?::uuid AND state = 'planning'",
                set));
  }

  @Test
  void whatCannotBePlannedHasFailedAfterSomeTries() {
    Tenant tenant = Tenant.of(registered, "zoe admin", "bob view");
    var broken = new Broken(survey);
    QuarkusMock.installMockForInstance(broken, planning);
    Response answer =
        Asked.json(
            Asked.as(ann, ADMIN), Asked.spec("remove", "{\"emails\":[\"bob@x.example\"]}", tenant));
    answer.then().statusCode(202);
    var set = new Asked(ann, new String[] {ADMIN}, answer.path("id"));

    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> {
          plannerDies(set.id());
          runs.inherit();
          return !set.view().getString("state").equals("planning");
        });

    assertThat(broken.tried.get()).isLessThanOrEqualTo(config.tries()).isPositive();
    assertThat(set.view().getString("state")).isEqualTo("failed");
    assertThat(set.view().getString("finished_at")).isNotNull();
    assertThat(set.view().getInt("coverage.failed")).isEqualTo(1);
    assertThat(set.rows("result")).containsExactly("not_attempted");
    assertThat(set.rows("problem.code")).containsExactly("INTERNAL_ERROR");
    assertThat(set.rows("workspace_name")).containsExactly(tenant.workspace().name());
  }
}
