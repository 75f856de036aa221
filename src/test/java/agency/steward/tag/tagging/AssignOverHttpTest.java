package agency.steward.tag.tagging;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import agency.steward.tag.Shop;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxCall;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags are put on and taken off. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class AssignOverHttpTest {
  private static final String TOGGLE = "/custom-tags/toggle-resource";
  private static final String CYD = "\"cyd@x.example\"";

  @Inject Registered registered;

  private Shop shop() {
    return Shop.of(registered);
  }

  @Test
  void accountsAreTaggedByLabelAndReadBack() {
    Shop shop = shop();

    Response answer = shop.tag("West", "\"bob@x.example\"," + CYD, true, "");

    answer
        .then()
        .statusCode(200)
        .body("workspace_id", equalTo(shop.workspace().id().toString()))
        .body("resource_type", equalTo("account"))
        .body("results.resource_id", equalTo(List.of("bob@x.example", "cyd@x.example")))
        .body("results.result", equalTo(List.of("already_so", "changed")))
        .body("results.assigned", equalTo(List.of(true, true)))
        .body("results.label", equalTo(List.of("West", "West")))
        .body("counts", equalTo(Map.of("changed", 1, "already_so", 1)))
        .body("effects", equalTo(List.of()));
    assertThat(shop.carriedBy("cyd@x.example")).containsExactly(shop.tagId("West"));
    var row = shop.row(answer);
    assertThat(row.getString("action")).isEqualTo("tag_assign");
    assertThat(row.getString("subject")).isEqualTo("West on account bob@x.example, cyd@x.example");
    assertThat(row.getString("result")).isEqualTo("applied");
    assertThat(row.getBoolean("verified")).isTrue();
  }

  @Test
  void theyAreTakenOffAgain() {
    Shop shop = shop();

    shop.tag("West", "\"bob@x.example\"," + CYD, false, "")
        .then()
        .statusCode(200)
        .body("results.result", equalTo(List.of("changed", "already_so")))
        .body("results.assigned", equalTo(List.of(false, false)));

    assertThat(shop.carriedBy("bob@x.example")).isEmpty();
  }

  @Test
  void campaignsAreTaggedByIds() {
    Shop shop = shop();
    String plain = shop.campaignId("Plain");

    shop.assign(
            "{\"tag_ids\":[\"%s\",\"%s\"],\"resource_type\":\"campaign\",\"resource_ids\":[\"%s\"],\"assign\":true}"
                .formatted(shop.tagId("VIP"), shop.tagId("Spare"), plain))
        .then()
        .statusCode(200)
        .body("counts.changed", equalTo(2))
        .body("effects", equalTo(List.of()));

    assertThat(shop.list("campaigns?tag=Spare", "name")).containsExactly("Plain");
    assertThat(shop.list("tag-mappings?resource_ids=" + plain, "resource_type"))
        .containsExactly("campaign", "campaign");
  }

  @Test
  void whatIsSoAlreadyIsNotSent() {
    Shop shop = shop();

    Response answer = shop.tag("VIP", "\"ANN@x.example\"", true, "");

    answer
        .then()
        .statusCode(200)
        .body("results[0].result", equalTo("already_so"))
        .body("results[0].resource_id", equalTo("ann@x.example"));
    assertThat(shop.row(answer).getString("result")).isEqualTo("already_satisfied");
    assertThat(shop.writes()).isEmpty();
  }

  @Test
  void accident28_taggingAnAccountIsSaidToAddItToALiveCampaignBeforeItIsDone() {
    Shop shop = shop();
    String spring = shop.campaignId("Spring");

    Response refused = shop.tag("VIP", CYD, true, "");

    problem(refused, 409, "GUARD_VIOLATED")
        .body("violations[0].rule", equalTo("LIVE_SENDER"))
        .body("violations[0].scope", equalTo("row"))
        .body("violations[0].overridable", equalTo(true))
        .body("effects", equalTo(List.of(Map.of("campaign_id", spring, "name", "Spring"))))
        .body("detail", containsString("confirm_live"));
    assertThat(shop.row(refused).getString("result")).isEqualTo("blocked_guard");
    assertThat(shop.writes()).isEmpty();

    Response confirmed = shop.tag("VIP", CYD, true, ",\"confirm_live\":true");
    confirmed
        .then()
        .statusCode(200)
        .body("results[0].result", equalTo("changed"))
        .body("effects", equalTo(List.of(Map.of("campaign_id", spring, "name", "Spring"))));
    assertThat(shop.row(confirmed).getString("before.live_campaigns[0].name")).isEqualTo("Spring");
    assertThat(shop.carriedBy("cyd@x.example")).containsExactly(shop.tagId("VIP"));
  }

  @Test
  void accident28_takingATagOffAnAccountTakesItFromALiveCampaign() {
    Shop shop = shop();

    problem(shop.tag("VIP", "\"ann@x.example\"", false, ""), 409, "GUARD_VIOLATED")
        .body("effects.name", equalTo(List.of("Spring")));
    problem(
        shop.tag("VIP", "\"ann@x.example\"", false, ",\"confirm_live\":false"),
        409,
        "GUARD_VIOLATED");
    assertThat(shop.writes()).isEmpty();
    shop.tag("VIP", "\"ann@x.example\"", false, ",\"confirm_live\":true").then().statusCode(200);
  }

  @Test
  void accident28_deletingATagTakesItsSendersFromALiveCampaign() {
    Shop shop = shop();
    String path = shop.path("tags/" + shop.tagId("VIP"));

    problem(shop.admin().delete(path), 409, "GUARD_VIOLATED")
        .body("effects.name", equalTo(List.of("Spring")));
    problem(shop.admin().delete(path + "?confirm_live=maybe"), 400, "INVALID_PARAMETER");
    assertThat(shop.writes()).isEmpty();
    Response confirmed = shop.admin().delete(path + "?confirm_live=true");
    confirmed.then().statusCode(204);
    assertThat(shop.row(confirmed).getString("before.live_campaigns[0].name")).isEqualTo("Spring");
  }

  @ParameterizedTest
  @CsvSource({"1,409", "4,409", "0,200", "2,200", "3,200", "-1,200", "-2,200", "-99,200"})
  void onlyCampaignsThatSendAreProtected(int status, int answered) {
    Shop shop =
        Shop.of(
            registered,
            """
            {"campaigns":[{"name":"C","status":%d,"email_tag_list":["T"]}],"accounts":[{"email":"a@x.example"}]}
            """
                .formatted(status));

    assertThat(shop.tag("T", "\"a@x.example\"", true, "").statusCode()).isEqualTo(answered);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"fail\":{\"status\":500}", "\"fail\":{\"status\":403}"})
  void whereCampaignsCannotBeReadNothingIsTaggedEvenIfConfirmed(String broken) {
    Shop shop = shop();
    shop.behave("GET", "/campaigns", broken);

    for (String more : List.of("", ",\"confirm_live\":true")) {
      assertThat(shop.tag("VIP", CYD, true, more).statusCode()).isIn(502, 422);
    }
    assertThat(shop.admin().delete(shop.path("tags/" + shop.tagId("VIP"))).statusCode())
        .isIn(502, 422);
    assertThat(shop.writes()).isEmpty();
  }

  @Test
  void aKeyThatMayNotReadCampaignsIsToldWhichScopeItLacks() {
    var seeded =
        SandboxControl.seeded(
            """
            {"tags":["T"],"accounts":[{"email":"a@x.example"}],"api_keys":[{"name":"k","scopes":
              ["custom_tags:all","custom_tag_mappings:read","accounts:read","workspaces:read"]}]}
            """);
    var sandbox =
        new SandboxWorkspace(
            seeded.get("workspace_id").textValue(),
            seeded.path("api_keys").path(0).path("key").textValue());
    Shop shop = new Shop(sandbox, registered.workspace(sandbox.id(), sandbox.apiKey()));

    problem(shop.tag("T", "\"a@x.example\"", true, ""), 409, "CREDENTIAL_SCOPE_MISSING")
        .body("required", hasItem("campaigns:read"));
    assertThat(shop.writes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"labels\":[\"VIP\"],\"tag_ids\":[\"f9cc070d-8dba-4341-b847-f083c358e460\"]|account|a@x.example|/labels",
        "\"resource_type\":\"account\"|account|a@x.example|/tag_ids",
        "\"tag_ids\":[\"VIP\"]|account|a@x.example|/tag_ids/0",
        "\"tag_ids\":[]|account|a@x.example|/tag_ids",
        "\"labels\":[\" \"]|account|a@x.example|/labels/0",
        "\"labels\":[null]|account|a@x.example|/labels/0",
        "\"labels\":[\"VIP\"]|member|a@x.example|/resource_type",
        "\"labels\":[\"VIP\"]|1|a@x.example|/resource_type",
        "\"labels\":[\"VIP\"]|account|f9cc070d-8dba-4341-b847-f083c358e460|/resource_ids/0",
        "\"labels\":[\"VIP\"]|campaign|a@x.example|/resource_ids/0",
        "\"labels\":[\"VIP\"]|campaign|Spring|/resource_ids/0",
      })
  void whatHasTheWrongFormIsNamedAndNobodyIsAsked(
      String tags, String type, String resource, String pointer) {
    Shop shop = shop();
    String body =
        tags.startsWith("\"resource_type\"")
            ? "{%s,\"resource_ids\":[\"%s\"],\"assign\":true}".formatted(tags, resource)
            : "{%s,\"resource_type\":\"%s\",\"resource_ids\":[\"%s\"],\"assign\":true}"
                .formatted(tags, type, resource);

    problem(shop.assign(body), 422, "VALIDATION_FAILED")
        .body("errors[0].pointer", equalTo(pointer));
    assertThat(shop.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"labels\":[\"VIP\"],\"resource_type\":\"account\",\"resource_ids\":[\"a@x.example\"]}",
        "{\"labels\":[\"VIP\"],\"resource_type\":\"account\",\"assign\":true}",
        "{\"labels\":[\"VIP\"],\"resource_type\":\"account\",\"resource_ids\":[],\"assign\":true}",
        "{\"labels\":\"VIP\",\"resource_type\":\"account\",\"resource_ids\":[\"a@x.example\"],\"assign\":true}",
        "{\"labels\":[\"VIP\"],\"resource_type\":\"account\",\"selected_all\":true,\"assign\":true}",
      })
  void whatIsMissingOrTooMuchIsRefused(String body) {
    Shop shop = shop();

    assertThat(shop.assign(body).statusCode()).isIn(400, 422);
    assertThat(shop.calls()).isEmpty();
  }

  @Test
  void aBatchIsBounded() {
    Shop shop = shop();
    String accounts =
        IntStream.range(0, 501)
            .mapToObj(i -> "\"a" + i + "@x.example\"")
            .collect(Collectors.joining(","));

    problem(shop.tag("VIP", accounts, true, ""), 422, "VALIDATION_FAILED")
        .body("errors[0].pointer", equalTo("/resource_ids"))
        .body("detail", containsString("500"));
    assertThat(shop.calls()).isEmpty();
  }

  @Test
  void whatIsNotInTheWorkspaceIsNamedAndNothingIsChanged() {
    Shop shop = shop();

    problem(shop.tag("Nope", CYD, true, ""), 404, "NOT_FOUND_IN_WORKSPACE")
        .body("detail", containsString("Nope"))
        .body("errors[0].pointer", equalTo("/labels"));
    for (boolean assign : List.of(true, false)) {
      problem(
              shop.tag("West", CYD + ",\"eve@x.example\"", assign, ""),
              404,
              "NOT_FOUND_IN_WORKSPACE")
          .body("detail", containsString("eve@x.example"))
          .body("errors[0].pointer", equalTo("/resource_ids"));
    }
    String nobody = UUID.randomUUID().toString();
    problem(
            shop.assign(
                "{\"tag_ids\":[\"%s\"],\"resource_type\":\"account\",\"resource_ids\":[%s],\"assign\":true}"
                    .formatted(nobody, CYD)),
            404,
            "NOT_FOUND_IN_WORKSPACE")
        .body("detail", containsString(nobody));
    problem(
        shop.assign(
            "{\"labels\":[\"VIP\"],\"resource_type\":\"campaign\",\"resource_ids\":[\"%s\"],\"assign\":true}"
                .formatted(nobody)),
        404,
        "NOT_FOUND_IN_WORKSPACE");
    assertThat(shop.writes()).isEmpty();
  }

  @Test
  void accident23_anAccountOnTheLastPageIsThere() {
    String accounts =
        IntStream.range(0, 260)
            .mapToObj(i -> "{\"email\":\"a%03d@x.example\"}".formatted(i))
            .collect(Collectors.joining(","));
    Shop shop = Shop.of(registered, "{\"tags\":[\"T\"],\"accounts\":[" + accounts + "]}");
    String last =
        IntStream.range(250, 260)
            .mapToObj(i -> "\"a%03d@x.example\"".formatted(i))
            .collect(Collectors.joining(","));

    shop.tag("T", last, true, "").then().statusCode(200).body("counts.changed", equalTo(10));

    assertThat(shop.list("accounts?tag=T", "email")).hasSize(10);
  }

  @Test
  void aYesThatChangedNothingIsNotApplied() {
    Shop shop = shop();
    shop.behave("POST", TOGGLE, "\"accept_without_effect\":true");

    Response answer = shop.tag("West", CYD, true, "");

    problem(answer, 502, "WRITE_NOT_EFFECTIVE");
    assertThat(shop.row(answer).getString("result")).isEqualTo("failed");
    assertThat(shop.writes()).hasSize(1);
  }

  @Test
  void anAnswerThatIsLostIsFoundByReadingBack() {
    Shop shop = shop();
    shop.behave("POST", TOGGLE, "\"drop_after_write\":true");

    shop.tag("West", CYD, true, "").then().statusCode(200).body("counts.changed", equalTo(1));
    assertThat(shop.writes()).hasSize(1);
  }

  @Test
  void theSameIdempotencyKeyTwiceIsOneWrite() {
    Shop shop = shop();
    String key = UUID.randomUUID().toString();
    String body =
        "{\"labels\":[\"West\"],\"resource_type\":\"account\",\"resource_ids\":[%s],\"assign\":true}"
            .formatted(CYD);

    for (int i = 0; i < 2; i++) {
      shop.admin()
          .header("Idempotency-Key", key)
          .body(body)
          .post(shop.path("tags/assign"))
          .then()
          .statusCode(200)
          .body("counts.changed", equalTo(1));
    }
    assertThat(shop.writes()).hasSize(1);
  }

  @Test
  void severalAtOnceInOneWorkspaceWaitForEachOther() throws Exception {
    String accounts =
        IntStream.range(0, 4)
            .mapToObj("{\"email\":\"a%d@x.example\"}"::formatted)
            .collect(Collectors.joining(","));
    Shop shop = Shop.of(registered, "{\"tags\":[\"T\"],\"accounts\":[" + accounts + "]}");
    List<Callable<Integer>> calls =
        IntStream.range(0, 4)
            .<Callable<Integer>>mapToObj(
                i -> () -> shop.tag("T", "\"a%d@x.example\"".formatted(i), true, "").statusCode())
            .toList();

    try (var threads = Executors.newFixedThreadPool(calls.size())) {
      assertThat(threads.invokeAll(calls)).allMatch(answer -> answer.resultNow() == 200);
    }
    assertThat(shop.list("tag-mappings", "resource_id")).hasSize(4);
  }

  @Test
  void instantlyIsToldOnlyWhatIsDifferent() {
    Shop shop = shop();
    int before = shop.calls().size();

    shop.tag("West", CYD, true, "").then().statusCode(200);

    assertThat(shop.calls().stream().skip(before).map(SandboxCall::method).toList())
        .containsOnlyOnce("POST");
  }
}
