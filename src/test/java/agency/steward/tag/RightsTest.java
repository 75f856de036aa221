package agency.steward.tag;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.testing.Asking;
import agency.steward.testing.Granted;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what with tags and with what carries them. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class RightsTest {
  private static final List<String> READS =
      List.of("tags", "tag-mappings", "campaigns", "accounts");
  private static final String ASSIGN =
      "{\"labels\":[\"West\"],\"resource_type\":\"account\",\"resource_ids\":[\"cyd@x.example\"],\"assign\":true}";

  private final String who = "w" + UUID.randomUUID();

  @Inject Registered registered;
  @Inject Granted granted;

  @ParameterizedTest
  @CsvSource({
    "agency-admin,200,201,200,204",
    "agency-auditor,200,403,403,403",
    "agency-approver,200,403,403,403",
    "agency-automation,403,403,403,403",
    "nothing,404,404,404,404",
  })
  void fleetRolesMayWhatTheTableSays(String group, int read, int create, int write, int delete) {
    Shop shop = Shop.of(registered);
    assertStatus(shop, () -> Asking.as(who, group), read, create, write, delete);
  }

  @ParameterizedTest
  @CsvSource({
    "admin,200,201,200,204",
    "manager,200,403,200,403",
    "sdr,200,403,403,403",
    "viewer,200,403,403,403",
  })
  void profilesMayWhatTheTableSays(String profile, int read, int create, int write, int delete) {
    Shop shop = Shop.of(registered);
    granted.in("sub:" + who, profile, shop.workspace());
    assertStatus(shop, () -> Asking.as(who), read, create, write, delete);
  }

  @Test
  void elsewhereTheHolderIsNobody() {
    granted.in("sub:" + who, "admin", Shop.of(registered).workspace());
    Shop other = Shop.of(registered);
    assertStatus(other, () -> Asking.as(who), 404, 404, 404, 404);
    assertThat(other.writes()).isEmpty();
  }

  @Test
  void whoMayNotSeeCampaignsAndAccountsNeitherTagsThemNorIsToldWhatIsTagged() {
    Shop shop = Shop.of(registered);
    String profile = "tagger-" + UUID.randomUUID();
    Asking.as("ann", "agency-admin")
        .body(
            "{\"instantly_role\":\"view\",\"rights\":{\"tags\":[\"view\",\"create\",\"edit\",\"delete\"]}}")
        .put("/v1/profiles/" + profile)
        .then()
        .statusCode(201);
    granted.in("sub:" + who, profile, shop.workspace());
    String west = shop.path("tags/" + shop.tagId("West"));

    assertThat(Asking.as(who).get(shop.path("tags")).statusCode()).isEqualTo(200);
    assertThat(Asking.as(who).get(shop.path("tag-mappings")).statusCode()).isEqualTo(403);
    assertThat(Asking.as(who).body(ASSIGN).post(shop.path("tags/assign")).statusCode())
        .isEqualTo(403);
    assertThat(Asking.as(who).body("{\"label\":\"VIP 2\"}").patch(west).statusCode())
        .isEqualTo(403);
    assertThat(Asking.as(who).delete(west).statusCode()).isEqualTo(403);
    assertThat(shop.writes()).isEmpty();
  }

  @Test
  void whoIsNobodyIsTurnedAway() {
    Shop shop = Shop.of(registered);
    for (String read : READS) {
      assertThat(io.restassured.RestAssured.given().get(shop.path(read)).statusCode())
          .isEqualTo(401);
    }
  }

  private static void assertStatus(
      Shop shop, Supplier<RequestSpecification> by, int read, int create, int write, int delete) {
    String west = shop.path("tags/" + shop.tagId("West"));
    for (String each : READS) {
      assertThat(by.get().get(shop.path(each)).statusCode()).as(each).isEqualTo(read);
    }
    assertThat(by.get().get(west).statusCode()).isEqualTo(read);
    assertThat(by.get().body("{\"label\":\"New\"}").post(shop.path("tags")).statusCode())
        .isEqualTo(create);
    assertThat(by.get().body("{\"description\":\"d\"}").patch(west).statusCode()).isEqualTo(write);
    assertThat(by.get().body(ASSIGN).post(shop.path("tags/assign")).statusCode()).isEqualTo(write);
    assertThat(by.get().delete(west).statusCode()).isEqualTo(delete);
  }
}
