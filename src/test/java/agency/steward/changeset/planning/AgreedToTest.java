package agency.steward.changeset.planning;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.lane.claim.LaneWork;
import agency.steward.changeset.stored.ChangeSet;
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
import org.junit.jupiter.api.Test;

/** Two people have a set planned again at the same time, and it is not the same plan each time. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class AgreedToTest {
  @Inject Registered registered;
  @Inject LaneWork work;
  @Inject PlanRuns runs;

  @Test
  void aYesToThePlanInBetweenIsNoneToThatBeforeItWhichComesBack() {
    // Given
    Tenant tenant = Tenant.of(registered, "zoe admin", "bob view");
    Asked set =
        Asked.byAdmin(
            "ann-" + UUID.randomUUID(),
            "role_change",
            "{\"emails\":[\"bob@x.example\"],\"role\":\"admin\"}",
            tenant);
    String first = set.digest();
    ChangeSet seen = work.set(set.id());
    tenant.patch("bob", "{\"role\":\"editor\"}").then().statusCode(200);
    set.refresh().then().statusCode(200);
    set.approve("eve", "agency-admin", "").then().statusCode(200);
    tenant.patch("bob", "{\"role\":\"view\"}").then().statusCode(200);

    // When
    runs.again(seen);

    // Then
    assertThat(set.digest()).isEqualTo(first);
    assertThat(set.view().getList("approvals")).isEmpty();
    assertThat(set.view().getString("state")).isEqualTo("planned");
  }
}
