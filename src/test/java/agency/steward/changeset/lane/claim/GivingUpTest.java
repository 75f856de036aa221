package agency.steward.changeset.lane.claim;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.lane.LaneConfig;
import agency.steward.member.Tenant;
import agency.steward.member.bulk.Asked;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a workspace has to do so that its rows are given up, and what is forgiven. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class GivingUpTest {
  private static final String ALL = "/workspace-members";
  private static final String FAILS = "\"fail\":{\"status\":500}";
  private static final String LATER = "\"fail\":{\"status\":429,\"retry_after\":\"240\"}";

  @Inject Registered registered;
  @Inject LaneWork work;
  @Inject LaneConfig config;

  private final String ann = "ann-" + UUID.randomUUID();
  private Tenant tenant;
  private Asked set;

  @BeforeEach
  void aSetIsGoing() {
    work.workOff();
    tenant = Tenant.of(registered, "zoe admin", "bob view", "cyd view");
    set =
        Asked.going(ann, "role_change", "{\"all_with_role\":\"view\",\"role\":\"editor\"}", tenant);
  }

  @Test
  void whoFailsOnceMoreThanOftenEnoughIsGivenUp() {
    work.tried(set.id(), config.tries() - 1);
    tenant.behave("GET", ALL, FAILS);

    work.workOff();

    assertThat(set.rows("result")).containsExactly("not_attempted", "not_attempted");
    assertThat(set.rows("problem.code")).containsOnly("UPSTREAM_ERROR");
  }

  @Test
  void whatWasTriedBeforeARowWasMadeCountsNoMore() {
    work.tried(set.id(), config.tries() - 1);
    LaneWork.Other lane = work.taken(set.id(), tenant.workspace()).intends().makesOne();
    tenant.behave("GET", ALL, FAILS);

    lane.goesOn();
    assertThat(set.rows("result")).containsExactly("applied", "pending");
    tenant.behaveWell("GET", ALL);
    work.rested(set.id());
    work.workOff();

    assertThat(set.rows("result")).containsExactly("applied", "applied");
  }

  @Test
  void aWorkspaceThatWantsToBeAskedLaterIsAskedLater() {
    work.tried(set.id(), config.limitedTries() - 2);
    tenant.behave("GET", ALL, LATER);

    work.workOff();

    assertThat(set.rows("result")).containsExactly("pending", "pending");
    assertThat(set.view().getString("state")).isEqualTo("running");
  }

  @Test
  void aWorkspaceThatWantsNothingButToBeAskedLaterIsGivenUp() {
    work.tried(set.id(), config.limitedTries() - 1);
    tenant.behave("GET", ALL, LATER);

    work.workOff();

    assertThat(set.rows("result")).containsExactly("not_attempted", "not_attempted");
    assertThat(set.rows("problem.code")).containsOnly("UPSTREAM_RATE_LIMITED");
    assertThat(set.view().getString("state")).isEqualTo("failed");
    assertThat(tenant.writes()).isEmpty();
    set.post("/retry-failed?wait=PT0S").then().statusCode(202);
  }
}
