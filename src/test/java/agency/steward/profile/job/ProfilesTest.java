package agency.steward.profile.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import agency.steward.testing.OwnProfile;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@QuarkusTestResource(TokensResource.class)
class ProfilesTest {
  private static final List<String> FULL = List.of("view", "create", "edit", "delete");

  private static RequestSpecification nobody() {
    return given().header("Authorization", Tokens.bearer("nobody"));
  }

  @Test
  void everybodyWhoIsKnownMayReadWhatAJobMeans() {
    nobody()
        .get("/v1/profiles")
        .then()
        .statusCode(200)
        .body("items.name.take(4)", contains("admin", "manager", "sdr", "viewer"))
        .body("items.instantly_role.take(4)", contains("admin", "editor", "editor", "view"))
        .body(
            "items[2].permissions",
            contains("campaigns.view", "leadManagement.view", "accounts.view", "unibox.all"))
        .body("items[3].key_scopes", contains("campaigns:read", "leads:read", "accounts:read"))
        .body("items[3].built_in", equalTo(true))
        .body("items[3].rights.members", empty());
  }

  @Test
  void theRightsAreThoseOfTheContract() {
    Map<String, Object> manager =
        nobody().get("/v1/profiles/manager").then().statusCode(200).extract().path("rights");

    assertThat(manager)
        .containsEntry("campaigns", List.of("view", "create", "edit"))
        .containsEntry("leads", List.of("view", "create", "edit"))
        .containsEntry("accounts", List.of("view"))
        .containsEntry("webhooks", List.of("view", "create"))
        .containsEntry("api_keys", List.of("view"))
        .containsEntry("members", List.of("view"))
        .containsEntry("tags", List.of("view", "edit"))
        .containsEntry("audit_logs", List.of("view"))
        .hasSize(11);
    Map<String, Object> admin =
        nobody().get("/v1/profiles/admin").then().statusCode(200).extract().path("rights");
    assertThat(admin).containsEntry("members", FULL).containsEntry("accounts", FULL);
  }

  @Test
  void theListIsPagedLikeEveryList() {
    String token =
        nobody()
            .get("/v1/profiles?page_size=3")
            .then()
            .body("items.name", contains("admin", "manager", "sdr"))
            .extract()
            .path("next_page_token");
    nobody()
        .queryParam("page_size", 3)
        .queryParam("page_token", token)
        .get("/v1/profiles")
        .then()
        .body("items.name[0]", equalTo("viewer"));
  }

  @Test
  void everyJobIsOnOnePage() {
    String mine = OwnProfile.of("{'instantly_role':'view','rights':{}}");
    List<String> seen = new ArrayList<>();
    String token = "";
    do {
      var page =
          nobody()
              .queryParam("page_size", 2)
              .queryParams(token.isEmpty() ? Map.of() : Map.of("page_token", token))
              .get("/v1/profiles")
              .then()
              .statusCode(200)
              .extract();
      seen.addAll(page.path("items.name"));
      token = page.path("next_page_token") == null ? "" : page.path("next_page_token");
    } while (!token.isEmpty());
    assertThat(seen).doesNotHaveDuplicates().contains("admin", "viewer", mine);
  }

  @Test
  void aJobThatDoesNotExistIsNotFound() {
    nobody().get("/v1/profiles/owner").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
  }
}
