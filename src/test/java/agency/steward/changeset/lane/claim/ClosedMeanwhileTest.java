package agency.steward.changeset.lane.claim;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody closes a workspace while a lane is on its way in it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class ClosedMeanwhileTest {
  private static final String PROMOTION = "{\"all_with_role\":\"view\",\"role\":\"editor\"}";

  /** Each of them is made by itself, since the workspace needs another admin. */
  private static final String DEMOTION = "{\"all_with_role\":\"admin\",\"role\":\"editor\"}";

  @Inject Registered registered;
  @Inject LaneWork work;

  private final String ann = "ann-" + UUID.randomUUID();
  private Tenant tenant;

  @BeforeEach
  void aWorkspaceIsOpen() {
    work.workOff();
    tenant = Tenant.of(registered, "zoe admin", "yan admin", "bob view", "cyd view");
  }

  private Asked going(String spec) {
    Asked set = Asked.byAdmin(ann, "role_change", spec, tenant);
    if (spec.equals(DEMOTION)) {
      set.approve("eve", "agency-admin", ",\"override\":[\"LAST_ADMIN\"],\"reason\":\"all go\"")
          .then()
          .statusCode(200);
    }
    set.apply().then().statusCode(202);
    return set;
  }

  private LaneWork.Other taken(Asked set) {
    return work.taken(set.id(), tenant.workspace()).knows();
  }

  private void assertThatNothingWasSent(Asked set, String code) {
    assertThat(tenant.writes()).isEmpty();
    assertThat(set.rows("result")).containsExactly("not_attempted", "not_attempted");
    assertThat(set.rows("problem.code")).containsOnly(code);
    assertThat(set.view().getString("state")).isEqualTo("failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {PROMOTION, DEMOTION})
  void nothingIsSentIntoAWorkspaceThatIsSuspended(String spec) {
    Asked set = going(spec);
    LaneWork.Other lane = taken(set);
    String path = "/v1/workspaces/" + tenant.workspace().id();
    tenant.admin().body("{\"reason\":\"stop\"}").post(path + "/suspend").then().statusCode(200);

    lane.goesOn();

    assertThatNothingWasSent(set, "WORKSPACE_SUSPENDED");
  }
}
