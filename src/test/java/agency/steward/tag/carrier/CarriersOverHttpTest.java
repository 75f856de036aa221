package agency.steward.tag.carrier;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import agency.steward.tag.Shop;
import agency.steward.testing.Asking;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxCall;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Campaigns and accounts by the tags that they carry. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class CarriersOverHttpTest {
  @Inject Registered registered;

  private Shop shop() {
    return Shop.of(registered);
  }

  private static RequestSpecification ann() {
    return Asking.as("ann", "agency-admin");
  }

  @ParameterizedTest
  @CsvSource({
    "campaigns?tag=West,Spring",
    "campaigns?tag=VIP&tag=West,Autumn Spring",
    "campaigns?tag=%20VIP%20,Autumn",
    "campaigns?tag=VIP&tag=Nope,Autumn",
    "campaigns?search=plain,Plain",
    "campaigns?status=2,Autumn",
    "campaigns?status=1&tag=West,Spring",
    "campaigns,Autumn Plain Spring",
  })
  void campaignsAreFiltered(String query, String names) {
    assertThat(shop().list(query, "name")).containsExactlyInAnyOrder(names.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "accounts?tag=VIP,ann",
    "accounts?tag=VIP&tag=West,ann bob",
    "accounts?search=cyd,cyd",
    "accounts?status=1,ann bob cyd",
    "accounts,ann bob cyd",
  })
  void accountsAreFiltered(String query, String people) {
    assertThat(shop().list(query, "email"))
        .containsExactly(
            java.util.Arrays.stream(people.split(" "))
                .map(person -> person + "@x.example")
                .toArray(String[]::new));
  }

  @Test
  void idsAndLabelsTogetherMeanAnyOfThem() {
    Shop shop = shop();
    String vip = shop.tagId("VIP");
    String west = shop.tagId("West");

    assertThat(shop.list("accounts?tag_ids=" + vip + "&tag=West", "email")).hasSize(2);
    assertThat(shop.list("accounts?tag_ids=" + vip + "," + west, "email")).hasSize(2);
    assertThat(shop.list("accounts?tag_ids=" + vip + "&tag_ids=" + west, "email")).hasSize(2);
    assertThat(shop.list("campaigns?tag_ids=" + vip, "name")).containsExactly("Autumn");
  }

  @Test
  void allOfSomeTagsMeansAllOfThemAndAnyOfTheOthers() {
    Shop shop = shop();
    shop.tag("West", "\"ann@x.example\"", true, "").then().statusCode(200);
    String both = shop.tagId("VIP") + "," + shop.tagId("West");

    assertThat(shop.list("accounts?tag_ids_all=" + both, "email")).containsExactly("ann@x.example");
    assertThat(shop.list("accounts?tag_ids_all=" + both + "&tag=Spare", "email")).isEmpty();
    assertThat(shop.list("accounts?tag_ids_all=" + both + "," + UUID.randomUUID(), "email"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"campaigns", "accounts"})
  void accident27_aLabelThatDoesNotExistGivesNothingAndNotEverything(String what) {
    Shop shop = shop();
    int before = shop.calls().size();

    for (String filter :
        List.of("tag=Nope", "tag=vip", "tag_ids=" + UUID.randomUUID(), "tag=%25", "tag=*")) {
      assertThat(shop.list(what + "?" + filter, "id")).as(filter).isEmpty();
      assertThat(
              ann()
                  .get("/v1/%s?workspace_id=%s&%s".formatted(what, shop.workspace().id(), filter))
                  .then()
                  .statusCode(200)
                  .body("coverage.ok", equalTo(1))
                  .extract()
                  .jsonPath()
                  .getList("items"))
          .isEmpty();
    }
    assertThat(shop.calls().stream().skip(before).map(SandboxCall::path))
        .noneMatch(path -> path.contains("/" + what));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tag=",
        "tag=%20",
        "tag",
        "tag=VIP&tag=",
        "tag_ids=",
        "tag_ids=,",
        "tag_ids=VIP",
        "status=live",
        "status=",
        "page_size=0",
        "tags=VIP"
      })
  void accident27_aFilterThatSaysNothingIsRefusedAndNeverDropped(String query) {
    Shop shop = shop();

    for (String what : List.of("campaigns", "accounts")) {
      assertThat(shop.admin().get(shop.path(what + "?" + query)).statusCode()).isEqualTo(400);
      assertThat(ann().get("/v1/" + what + "?" + query).statusCode()).isEqualTo(400);
    }
    problem(shop.admin().get(shop.path("accounts?tag_ids_all=")), 400, "INVALID_PARAMETER");
    assertThat(shop.calls()).isEmpty();
  }

  @Test
  void aLabelInThePlaceOfAnIdIsSaidToBeOne() {
    Shop shop = shop();

    problem(shop.admin().get(shop.path("campaigns?tag_ids=VIP")), 400, "INVALID_PARAMETER")
        .body("detail", containsString("UUID"))
        .body("detail", containsString("tag="))
        .body("errors[0].pointer", equalTo("tag_ids"));
  }

  @Test
  void accident23_allAccountsAreReadThroughTheirCursorOfTimeAndAddress() {
    // Plus signs and one moment for all: the cursor has to be encoded, and is more than a time.
    String accounts =
        IntStream.range(0, 245)
            .mapToObj(i ->
                "{\"email\":\"a+%03d@x.example\",\"tags\":[\"T\"],\"timestamp_created\":\"2026-01-31T10:00:00.000Z\"}"
                    .formatted(i))
            .collect(Collectors.joining(","));
    Shop shop = Shop.of(registered, "{\"accounts\":[" + accounts + "]}");
    var seen = new ArrayList<String>();
    String token = "";
    do {
      var page =
          shop.admin()
              .get(shop.path("accounts?tag=T&page_size=100" + token))
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      seen.addAll(page.getList("items.email"));
      token = page.getString("next_page_token");
      token = token == null ? "" : "&page_token=" + token;
    } while (!token.isEmpty());

    assertThat(seen).hasSize(245).doesNotHaveDuplicates().isSorted();
    assertThat(shop.calls()).noneMatch(call -> call.status() >= 400);
  }

  @Test
  void whatGoesOutIsInstantlysWithStewardsWorkspace() {
    Shop shop = shop();

    shop.admin()
        .get(shop.path("campaigns?tag=West"))
        .then()
        .body("items[0].workspace_id", equalTo(shop.workspace().id().toString()))
        .body("items[0].organization", equalTo(shop.sandbox().id()))
        .body("items[0].status", equalTo(1))
        .body("items[0].email_tag_list", equalTo(List.of(shop.tagId("VIP"))));
    shop.admin()
        .get(shop.path("accounts?tag=VIP"))
        .then()
        .body("items[0].workspace_id", equalTo(shop.workspace().id().toString()))
        .body("items[0].email", equalTo("ann@x.example"));
  }

  @Test
  void aLabelIsLookedUpInEachWorkspaceOfTheFleet() {
    Shop one = shop();
    Shop two = shop();
    Shop other =
        Shop.of(registered, "{\"tags\":[\"Else\"],\"accounts\":[{\"email\":\"z@x.example\"}]}");
    String fleet =
        List.of(one, two, other).stream()
            .map(shop -> "workspace_id=" + shop.workspace().id())
            .collect(Collectors.joining("&"));

    ann()
        .get("/v1/accounts?tag=VIP&" + fleet)
        .then()
        .statusCode(200)
        .body("items.email", equalTo(List.of("ann@x.example", "ann@x.example")))
        .body("coverage.ok", equalTo(3));
    ann().get("/v1/campaigns?tag=West&" + fleet).then().body("items.size()", equalTo(2));
    ann()
        .get("/v1/tags?search=Else&" + fleet)
        .then()
        .statusCode(200)
        .body("items.workspace_id", equalTo(List.of(other.workspace().id().toString())))
        .body("coverage.total", equalTo(3));
    String csv = ann().get("/v1/campaigns?format=csv&tag=West&" + fleet).asString();
    assertThat(csv.lines().toList()).hasSize(3).first().asString().startsWith("workspace_id,");
  }

  @Test
  void aWorkspaceThatCannotBeReadIsAFailureAndNotSilence() {
    Shop well = shop();
    Shop ill = shop();
    ill.behave("GET", "/custom-tags", "\"fail\":{\"status\":500}");
    String fleet =
        "workspace_id=%s&workspace_id=%s".formatted(well.workspace().id(), ill.workspace().id());

    for (String what : List.of("/v1/tags?", "/v1/campaigns?tag=VIP&", "/v1/accounts?tag=VIP&")) {
      ann()
          .get(what + fleet)
          .then()
          .statusCode(200)
          .body("coverage.ok", equalTo(1))
          .body("coverage.failures[0].code", equalTo("UPSTREAM_ERROR"))
          .body("coverage.failures[0].workspace_id", equalTo(ill.workspace().id().toString()));
    }
    problem(ill.admin().get(ill.path("campaigns?tag=VIP")), 502, "UPSTREAM_ERROR");
  }
}
