package agency.steward.tag.carrier;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import agency.steward.tag.Shop;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sees whose grant is narrowed to the tag West. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class NarrowedCarriersTest {
  private final String sam = "sam-" + UUID.randomUUID();

  @Inject Registered registered;
  @Inject Granted granted;

  private Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.of(registered);
    granted.tagged("sub:" + sam, "sdr", shop.workspace(), "West");
  }

  private RequestSpecification sam() {
    return Asking.as(sam);
  }

  private List<String> seen(String what, String field) {
    List<String> inside =
        sam().get(shop.path(what)).then().statusCode(200).extract().path("items." + field);
    List<String> fleet =
        sam()
            .get("/v1/" + what)
            .then()
            .statusCode(200)
            .body("coverage.failed", equalTo(0))
            .extract()
            .path("items." + field);
    assertThat(fleet).containsExactlyInAnyOrderElementsOf(inside);
    return inside;
  }

  @Test
  void onlyWhatCarriesTheTagIsSeenInOneWorkspaceAndOverTheFleet() {
    assertThat(seen("campaigns", "name")).containsExactly("Spring");
    assertThat(seen("accounts", "email")).containsExactly("bob@x.example");
  }

  @ParameterizedTest
  @CsvSource({
    "campaigns?tag=VIP,0",
    "campaigns?tag=VIP&tag=West,1",
    "campaigns?tag=Nope,0",
    "accounts?tag=VIP,0",
    "accounts?tag=West&tag=VIP,1",
    "accounts?search=ann,0",
    "accounts?status=1,1",
  })
  void whatTheyAskForIsCutDownToWhatTheyMaySee(String query, int rows) {
    assertThat(seen(query, query.startsWith("c") ? "id" : "email")).hasSize(rows);
  }

  @Test
  void otherTagsDoNotWidenIt() {
    String vip = shop.tagId("VIP");

    assertThat(seen("accounts?tag_ids=" + vip, "email")).isEmpty();
    assertThat(seen("accounts?tag_ids_all=" + vip, "email")).isEmpty();
    assertThat(seen("campaigns?tag_ids=" + vip + "," + shop.tagId("West"), "name"))
        .containsExactly("Spring");
  }

  @Test
  void aTagThatIsRenamedDeletedOrUnknownShowsNothing() {
    String west = shop.path("tags/" + shop.tagId("West"));
    shop.admin().body("{\"label\":\"East\"}").patch(west).then().statusCode(200);
    assertThat(seen("campaigns", "name")).isEmpty();
    assertThat(seen("accounts", "email")).isEmpty();

    shop.admin().delete(west).then().statusCode(204);
    assertThat(seen("campaigns", "name")).isEmpty();
    assertThat(seen("accounts", "email")).isEmpty();
  }

  @Test
  void whatIsUntaggedIsGoneAtOnce() {
    shop.tag("West", "\"bob@x.example\"", false, "").then().statusCode(200);

    assertThat(seen("accounts", "email")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/custom-tag-mappings", "/custom-tags"})
  void whereTheTagsCannotBeReadItIsAnErrorAndNeverEverything(String broken) {
    shop.behave("GET", broken, "\"fail\":{\"status\":500}");

    for (String what : List.of("campaigns", "accounts")) {
      problem(sam().get(shop.path(what)), 502, "UPSTREAM_ERROR");
      sam()
          .get("/v1/" + what)
          .then()
          .statusCode(200)
          .body("items", equalTo(List.of()))
          .body("coverage.failures[0].code", equalTo("UPSTREAM_ERROR"));
    }
  }

  @Test
  void nothingElseOfTheWorkspaceIsSeen() {
    for (String what : List.of("tags", "tag-mappings", "members")) {
      problem(sam().get(shop.path(what)), 403, "FORBIDDEN");
    }
    sam().get("/v1/tags").then().statusCode(200).body("coverage.total", equalTo(0));
    problem(sam().body("{\"label\":\"x\"}").post(shop.path("tags")), 403, "FORBIDDEN");
    assertThat(shop.writes()).isEmpty();
  }

  @Test
  void aWholeGrantBesideItShowsEverything() {
    granted.in("sub:" + sam, "viewer", shop.workspace());

    assertThat(seen("campaigns", "name")).hasSize(3);
    assertThat(seen("accounts", "email")).hasSize(3);
  }

  @Test
  void otherWorkspacesStayClosed() {
    Shop other = Shop.of(registered);

    problem(sam().get(other.path("campaigns")), 404, "WORKSPACE_NOT_FOUND");
    sam()
        .get("/v1/campaigns?workspace_id=" + other.workspace().id())
        .then()
        .body("items", equalTo(List.of()))
        .body("coverage.failures[0].code", equalTo("WORKSPACE_NOT_FOUND"));
  }
}
