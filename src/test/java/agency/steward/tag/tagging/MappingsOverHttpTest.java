package agency.steward.tag.tagging;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import agency.steward.tag.Shop;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tagged with what. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class MappingsOverHttpTest {
  @Inject Registered registered;

  @Test
  void allMappingsAreListedWithTheKindAsAWord() {
    Shop shop = Shop.of(registered);

    assertThat(shop.list("tag-mappings", "resource_type"))
        .containsExactlyInAnyOrder("account", "account", "campaign", "campaign");
    shop.admin()
        .get(shop.path("tag-mappings?resource_ids=ann@x.example"))
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items[0].workspace_id", equalTo(shop.workspace().id().toString()))
        .body("items[0].organization_id", equalTo(shop.sandbox().id()))
        .body("items[0].tag_id", equalTo(shop.tagId("VIP")))
        .body("items[0].resource_id", equalTo("ann@x.example"))
        .body("items[0].resource_type", equalTo("account"));
  }

  @Test
  void someAreAskedForRepeatedlyOrWithCommas() {
    Shop shop = Shop.of(registered);
    String spring = shop.campaignId("Spring");

    assertThat(
            shop.list(
                "tag-mappings?resource_ids=ann@x.example,bob@x.example&resource_ids=" + spring,
                "resource_id"))
        .containsExactlyInAnyOrder("ann@x.example", "bob@x.example", spring);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resource_ids=",
        "resource_ids=%20",
        "resource_ids=a@x.example,",
        "resource_ids=VIP",
        "tag_id=x"
      })
  void aFilterThatSaysNothingIsRefusedAndNeverDropped(String query) {
    Shop shop = Shop.of(registered);

    assertThat(shop.admin().get(shop.path("tag-mappings?" + query)).statusCode()).isEqualTo(400);
    assertThat(shop.calls()).isEmpty();
  }

  @Test
  void accident23_allMappingsAreThereAndNotOnlyThoseOfTheFirstPage() {
    String accounts =
        IntStream.range(0, 210)
            .mapToObj(i -> "{\"email\":\"a%d@x.example\",\"tags\":[\"T\"]}".formatted(i))
            .collect(Collectors.joining(","));
    Shop shop = Shop.of(registered, "{\"accounts\":[" + accounts + "]}");

    assertThat(shop.list("tag-mappings?page_size=1000", "resource_id"))
        .hasSize(210)
        .doesNotHaveDuplicates();
  }

  @Test
  void whatInstantlyDoesNotAnswerIsNoEmptyList() {
    Shop shop = Shop.of(registered);
    shop.behave("GET", "/custom-tag-mappings", "\"fail\":{\"status\":500}");

    problem(shop.admin().get(shop.path("tag-mappings")), 502, "UPSTREAM_ERROR");
  }
}
