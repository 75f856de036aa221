package agency.steward.tag;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class TagsOverHttpTest {
  private static final String ONE = "/custom-tags/{id}";
  private static final String ALL = "/custom-tags";

  @Inject Registered registered;

  private Shop shop() {
    return Shop.of(registered);
  }

  private Response patch(Shop shop, String label, String body) {
    return shop.admin().body(body).patch(shop.path("tags/" + shop.tagId(label)));
  }

  @Test
  void allTagsAreListedPageByPage() {
    String labels =
        IntStream.range(0, 123).mapToObj(i -> "\"t" + i + "\"").collect(Collectors.joining(","));
    Shop shop = Shop.of(registered, "{\"tags\":[" + labels + "]}");
    var seen = new ArrayList<String>();
    String token = "";
    do {
      var page =
          shop.admin()
              .get(shop.path("tags?page_size=50" + token))
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      seen.addAll(page.getList("items.id"));
      token = page.getString("next_page_token");
      token = token == null ? "" : "&page_token=" + token;
    } while (!token.isEmpty());

    assertThat(seen).hasSize(123).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void tagsAreSearched() {
    assertThat(shop().list("tags?search=wes", "label")).containsExactly("West");
  }

  @ParameterizedTest
  @ValueSource(strings = {"page_size=0", "page_token=x", "label=VIP"})
  void aBadQueryIsRefused(String query) {
    Shop shop = shop();
    assertThat(shop.admin().get(shop.path("tags?" + query)).statusCode()).isEqualTo(400);
  }

  @Test
  void aTagGoesOutUnderInstantlysNamesWithStewardsWorkspace() {
    Shop shop = shop();

    shop.admin()
        .get(shop.path("tags/" + shop.tagId("VIP")))
        .then()
        .statusCode(200)
        .body("workspace_id", equalTo(shop.workspace().id().toString()))
        .body("workspace_name", equalTo(shop.workspace().name()))
        .body("organization_id", equalTo(shop.sandbox().id()))
        .body("label", equalTo("VIP"))
        .body("timestamp_created", notNullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"VIP", "0199c2f0", "a%2Fb", "ann@x.example"})
  void anIdThatIsNoneSaysWhatIsNeededAndReachesNobody(String id) {
    Shop shop = shop();
    int before = shop.calls().size();
    String path = shop.path("tags/" + id);

    for (Response answer :
        List.of(
            shop.admin().get(path),
            shop.admin().delete(path),
            shop.admin().body("{\"label\":\"x\"}").patch(path))) {
      if (!id.contains("%")) {
        problem(answer, 404, "NOT_FOUND_IN_WORKSPACE").body("detail", containsString("UUID"));
      }
      assertThat(answer.statusCode()).isEqualTo(404);
    }
    assertThat(shop.calls()).hasSize(before);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    Shop shop = shop();
    String path = shop.path("tags/" + UUID.randomUUID());

    problem(shop.admin().get(path), 404, "NOT_FOUND_IN_WORKSPACE");
    problem(shop.admin().body("{\"label\":\"x\"}").patch(path), 404, "NOT_FOUND_IN_WORKSPACE");
    assertThat(shop.writes()).isEmpty();
  }

  @Test
  void aTagIsCreatedAndCanBeFoundWhereTheAnswerSays() {
    Shop shop = shop();

    Response answer = shop.create("{\"label\":\"  New one \",\"description\":\"for later\"}");

    String id = answer.then().statusCode(201).extract().path("id");
    answer
        .then()
        .header("Location", endsWith(shop.path("tags/" + id)))
        .body("label", equalTo("New one"))
        .body("description", equalTo("for later"))
        .body("workspace_id", equalTo(shop.workspace().id().toString()));
    shop.admin().get(shop.path("tags/" + id)).then().statusCode(200);
    var row = shop.row(answer);
    assertThat(row.getString("action")).isEqualTo("tag_ensure");
    assertThat(row.getString("subject")).isEqualTo("New one");
    assertThat(row.getString("result")).isEqualTo("applied");
    assertThat(row.getString("reversibility")).isEqualTo("lossless");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"label\":\"VIP\"}", "{\"label\":\" VIP \"}"})
  void aTagThatIsThereIsNotCreatedAgain(String body) {
    Shop shop = shop();

    Response answer = shop.create(body);

    answer.then().statusCode(200).body("id", equalTo(shop.tagId("VIP")));
    assertThat(shop.row(answer).getString("result")).isEqualTo("already_satisfied");
    assertThat(shop.writes()).isEmpty();
  }

  @Test
  void aTagWithAnotherDescriptionIsAConflictThatNamesIt() {
    Shop shop = shop();

    problem(shop.create("{\"label\":\"VIP\",\"description\":\"x\"}"), 409, "ALREADY_EXISTS")
        .body("existing_id", equalTo(shop.tagId("VIP")))
        .body("errors[0].pointer", equalTo("/label"));
    assertThat(shop.writes()).isEmpty();
  }

  @Test
  void aTagOfSomebodyFasterIsFoundByItsLabel() {
    Shop shop = shop();
    shop.behave("POST", ALL, "\"fail\":{\"status\":409,\"times\":1}");

    problem(shop.create("{\"label\":\"vip\"}"), 409, "ALREADY_EXISTS")
        .body("existing_id", equalTo(shop.tagId("VIP")));
  }

  @Test
  void aCreationThatInstantlyBreaksOnIsThatErrorAlthoughALabelLikeItIsThere() {
    Shop shop = shop();
    shop.behave("POST", ALL, "\"fail\":{\"status\":500}");

    problem(shop.create("{\"label\":\"vip\"}"), 502, "UPSTREAM_ERROR");
    assertThat(shop.writes()).hasSize(1);
  }

  @Test
  void twoAtOnceMakeOneTag() throws Exception {
    Shop shop = shop();
    Callable<Integer> create = () -> shop.create("{\"label\":\"Race\"}").statusCode();

    try (var threads = Executors.newFixedThreadPool(4)) {
      var answers =
          threads.invokeAll(List.of(create, create, create, create)).stream()
              .map(each -> each.resultNow())
              .toList();
      assertThat(answers).containsOnlyOnce(201).allMatch(s -> s == 201 || s == 200 || s == 409);
    }
    assertThat(shop.list("tags?search=Race", "label")).hasSize(1);
  }

  @Test
  void theSameIdempotencyKeyTwiceIsOneWrite() {
    Shop shop = shop();
    String key = UUID.randomUUID().toString();

    for (int i = 0; i < 2; i++) {
      shop.admin()
          .header("Idempotency-Key", key)
          .body("{\"label\":\"Once\"}")
          .post(shop.path("tags"))
          .then()
          .statusCode(201);
    }
    assertThat(shop.writes()).hasSize(1);
  }

  @Test
  void aTagIsMadeInADelegatedWorkspaceAndNotInItsAdmins() {
    SandboxWorkspace client = SandboxControl.workspace(Shop.SEED);
    SandboxWorkspace agency =
        SandboxControl.workspace("{\"group_admin_of\":[\"%s\"]}".formatted(client.id()));
    Workspace admin = registered.workspace(agency.id(), agency.apiKey());
    Shop sub = new Shop(client, registered.delegated(client.id(), admin));

    sub.create("{\"label\":\"Sub\"}").then().statusCode(201);

    assertThat(sub.tagId("Sub")).isNotNull();
    assertThat(new Shop(agency, admin).tagId("Sub")).isNull();
    sub.tag("Sub", "\"cyd@x.example\"", true, "").then().statusCode(200);
    assertThat(sub.carriedBy("cyd@x.example")).containsExactly(sub.tagId("Sub"));
  }

  @Test
  void accident25_anIgnoredHeaderMakesNoTagInTheAgencysOwnWorkspace() {
    SandboxWorkspace client = SandboxControl.workspace("{}");
    SandboxWorkspace agency =
        SandboxControl.workspace("{\"group_admin_of\":[\"%s\"]}".formatted(client.id()));
    Workspace admin = registered.workspace(agency.id(), agency.apiKey());
    Shop sub = new Shop(client, registered.delegated(client.id(), admin));
    for (String id : List.of(agency.id(), client.id())) {
      SandboxControl.behaviour(
          "{\"workspace_id\":\"%s\",\"ignore_as_workspace\":true}".formatted(id));
    }

    problem(sub.create("{\"label\":\"Stray\"}"), 409, "GUARD_VIOLATED");
    assertThat(new Shop(agency, admin).writes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|422|VALIDATION_FAILED|/label",
        "{\"label\":\"  \"}|422|VALIDATION_FAILED|/label",
        "{\"label\":\"a\\u0000\"}|422|VALIDATION_FAILED|/label",
        "{\"label\":\"a\",\"description\":\"\\u0007\"}|422|VALIDATION_FAILED|/description",
        "{\"label\":5}|400|MALFORMED_REQUEST|/label",
        "{\"label\":\"a\",\"color\":\"red\"}|400|UNKNOWN_FIELD|/color",
        "{\"name\":\"a\"}|400|UNKNOWN_FIELD|/name",
      })
  void aBadTagIsNamedAndNotSent(String body, int status, String code, String pointer) {
    Shop shop = shop();

    problem(shop.create(body), status, code).body("errors[0].pointer", equalTo(pointer));
    assertThat(shop.calls()).isEmpty();
  }

  @Test
  void aLabelIsChangedAndReadBack() {
    Shop shop = shop();

    Response answer = patch(shop, "VIP", "{\"label\":\"Gold\",\"description\":\"d\"}");

    answer.then().statusCode(200).body("label", equalTo("Gold")).body("description", equalTo("d"));
    assertThat(shop.row(answer).getString("before.label")).isEqualTo("VIP");
    assertThat(shop.row(answer).getString("after.label")).isEqualTo("Gold");
    assertThat(shop.row(answer).getString("action")).isEqualTo("tag_change");
    patch(shop, "Gold", "{\"description\":null}")
        .then()
        .statusCode(200)
        .body("description", not(equalTo("d")));
  }

  @Test
  void whatIsSoAlreadyIsNotSent() {
    Shop shop = shop();

    Response answer = patch(shop, "VIP", "{\"label\":\"VIP\",\"description\":null}");

    answer.then().statusCode(200);
    assertThat(shop.row(answer).getString("result")).isEqualTo("already_satisfied");
    assertThat(shop.writes()).isEmpty();
  }

  @Test
  void aLabelThatIsTakenIsAConflictThatNamesTheOther() {
    Shop shop = shop();

    problem(patch(shop, "VIP", "{\"label\":\" West\"}"), 409, "ALREADY_EXISTS")
        .body("existing_id", equalTo(shop.tagId("West")));
    assertThat(shop.writes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|422|VALIDATION_FAILED",
        "{\"label\":\"\"}|422|VALIDATION_FAILED",
        "{\"description\":5}|400|MALFORMED_REQUEST",
        "{\"id\":\"x\",\"label\":\"a\"}|400|UNKNOWN_FIELD",
      })
  void aBadPatchIsRefused(String body, int status, String code) {
    Shop shop = shop();

    problem(patch(shop, "VIP", body), status, code);
    assertThat(shop.writes()).isEmpty();
  }

  @Test
  void aTagIsDeletedAndStaysDeleted() {
    Shop shop = shop();
    String path = shop.path("tags/" + shop.tagId("West"));

    Response answer = shop.admin().delete(path);

    answer.then().statusCode(204).body(equalTo(""));
    assertThat(shop.row(answer).getString("reversibility")).isEqualTo("irreversible");
    assertThat(shop.row(answer).getString("subject")).isEqualTo("West");
    problem(shop.admin().get(path), 404, "NOT_FOUND_IN_WORKSPACE");
    Response again = shop.admin().delete(path);
    again.then().statusCode(204);
    assertThat(shop.row(again).getString("result")).isEqualTo("already_satisfied");
    assertThat(shop.writes()).hasSize(1);
    assertThat(shop.carriedBy("bob@x.example")).isEmpty();
  }

  @Test
  void aYesThatChangedNothingIsNotApplied() {
    Shop shop = shop();
    shop.behave("POST", ALL, "\"accept_without_effect\":true");
    shop.behave("PATCH", ONE, "\"accept_without_effect\":true");
    shop.behave("DELETE", ONE, "\"accept_without_effect\":true");

    problem(shop.create("{\"label\":\"New\"}"), 502, "WRITE_NOT_EFFECTIVE");
    problem(patch(shop, "Spare", "{\"label\":\"Gold\"}"), 502, "WRITE_NOT_EFFECTIVE");
    problem(
        shop.admin().delete(shop.path("tags/" + shop.tagId("Spare"))), 502, "WRITE_NOT_EFFECTIVE");
  }

  @Test
  void anAnswerThatIsLostIsFoundByReadingBack() {
    Shop shop = shop();
    shop.behave("POST", ALL, "\"drop_after_write\":true");
    shop.behave("PATCH", ONE, "\"drop_after_write\":true");
    shop.behave("DELETE", ONE, "\"drop_after_write\":true");

    shop.create("{\"label\":\"New\"}").then().statusCode(201).body("label", equalTo("New"));
    patch(shop, "New", "{\"label\":\"Newer\"}").then().statusCode(200);
    shop.admin().delete(shop.path("tags/" + shop.tagId("Newer"))).then().statusCode(204);
    assertThat(shop.writes()).hasSize(3);
  }
}
