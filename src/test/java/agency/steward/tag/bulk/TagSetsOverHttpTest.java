package agency.steward.tag.bulk;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import agency.steward.changeset.lane.claim.LaneWork;
import agency.steward.member.bulk.Asked;
import agency.steward.problem.ProblemCode;
import agency.steward.tag.Shop;
import agency.steward.testing.Granted;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxCall;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags of many workspaces: asked for, planned, approved, applied, read, undone. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class TagSetsOverHttpTest {
  private static final String ADMIN = "agency-admin";
  private static final String PAIRS = "label,resource_type,resource,assign";
  private static final String NEW = "{\"labels\":[{\"label\":\"New\",\"description\":\"d\"}]}";

  @Inject Registered registered;
  @Inject Granted granted;
  @Inject LaneWork work;

  private final String eve = "eve-" + UUID.randomUUID();
  private final Fleet ann = new Fleet("ann-" + UUID.randomUUID(), ADMIN);

  private Shop shop() {
    return Shop.of(registered);
  }

  private Asked done(Asked set) {
    set.apply().then().statusCode(202);
    work.workOff();
    return set;
  }

  private Asked undone(Asked set) {
    return done(ann.planned(set.post("/undo")));
  }

  private Response approve(Asked set, String more) {
    return set.approve(eve, "agency-approver", more);
  }

  private static long reads(Shop shop, int before) {
    return shop.calls().stream().skip(before).filter(call -> call.method().equals("GET")).count();
  }

  @Test
  void tagsAreMadeWhereTheirLabelsAreNotThere() {
    Shop one = shop();
    Shop two = shop();
    two.create("{\"label\":\"New\"}").then().statusCode(201);
    Shop three = shop();
    three.create("{\"label\":\"New\",\"description\":\"d\"}").then().statusCode(201);
    String spec = "{\"labels\":[{\"label\":\" New \",\"description\":\"d\"},{\"label\":\"VIP\"}]}";

    Asked set = done(ann.planned("tag_ensure", spec, one, two, three));

    assertThat(set.view().getString("state")).isEqualTo("partially_succeeded");
    assertThat(set.view().getMap("counts.by_result"))
        .isEqualTo(Map.of("applied", 1, "failed", 1, "already_satisfied", 4));
    assertThat(set.rows("findAll { it.result == 'failed' }.problem.code"))
        .containsExactly("ALREADY_EXISTS");
    assertThat(set.rows("findAll { it.result == 'applied' }.verified")).containsExactly(true);
    assertThat(one.list("tags?search=New", "description")).containsExactly("d");
    assertThat(one.writes()).hasSize(1);
    assertThat(three.writes()).hasSize(1);
  }

  @Test
  void undoTakesAwayOnlyWhatWasMadeAndIsStillAsItWasMadeAndNotUsed() {
    Shop clean = shop();
    Shop used = shop();
    Shop renamed = shop();
    Shop replaced = shop();
    Asked set = done(ann.planned("tag_ensure", NEW, clean, used, renamed, replaced));
    used.tag("New", "\"cyd@x.example\"", true, "").then().statusCode(200);
    renamed
        .admin()
        .body("{\"description\":\"mine\"}")
        .patch(renamed.path("tags/" + renamed.tagId("New")))
        .then()
        .statusCode(200);
    replaced.admin().delete(replaced.path("tags/" + replaced.tagId("New"))).then().statusCode(204);
    replaced.create("{\"label\":\"New\",\"description\":\"d\"}").then().statusCode(201);

    Asked undo = undone(set);

    assertThat(undo.view().getString("kind")).isEqualTo("tag_withdraw");
    assertThat(undo.rows("findAll { it.result == 'applied' }.workspace_id"))
        .containsExactly(clean.workspace().id().toString());
    assertThat(undo.rows("result"))
        .containsExactlyInAnyOrder("applied", "skipped_stale", "skipped_stale", "not_attempted");
    assertThat(undo.rows("reversibility")).containsOnly("lossless");
    assertThat(clean.tagId("New")).isNull();
    for (Shop other : List.of(used, renamed, replaced)) {
      assertThat(other.tagId("New")).isNotNull();
    }
    assertThat(clean.list("tags", "label")).containsExactlyInAnyOrder("VIP", "West", "Spare");

    undone(undo);
    assertThat(clean.list("tags?search=New", "description")).containsExactly("d");
  }

  @Test
  void aTagThatIsUsedBetweenPlanAndApplicationOfTheUndoStays() {
    Shop shop = shop();
    Asked set = done(ann.planned("tag_ensure", NEW, shop));
    Asked undo = ann.planned(set.post("/undo"));
    undo.refresh().then().statusCode(200).body("digest", equalTo(undo.digest()));
    shop.tag("New", "\"cyd@x.example\"", true, "").then().statusCode(200);

    done(undo);

    assertThat(undo.rows("result")).containsExactly("skipped_stale");
    assertThat(shop.tagId("New")).isNotNull();
  }

  @Test
  void accountsAndCampaignsAreTaggedUntaggedAndAllOfItIsUndone() {
    Shop one = shop();
    Shop two = shop();
    String spec =
        "{\"labels\":[\"West\",\"Spare\"],\"resource_type\":\"account\","
            + "\"resources\":[\"BOB@x.example\",\"cyd@x.example\"],\"assign\":true}";

    Asked set = done(ann.planned("tag_assign", spec, one, two));

    assertThat(set.view().getString("state")).isEqualTo("succeeded");
    assertThat(set.view().getMap("counts.by_result"))
        .isEqualTo(Map.of("applied", 6, "already_satisfied", 2));
    assertThat(one.carriedBy("cyd@x.example"))
        .containsExactlyInAnyOrder(one.tagId("West"), one.tagId("Spare"));
    assertThat(set.rows("subject")).contains("Spare on account bob@x.example");
    two.tag("Spare", "\"cyd@x.example\"", false, "").then().statusCode(200);

    Asked undo = undone(set);

    assertThat(undo.view().getString("kind")).isEqualTo("tag_assign");
    assertThat(undo.view().getMap("counts.by_result"))
        .isEqualTo(Map.of("applied", 5, "already_satisfied", 1));
    assertThat(one.carriedBy("cyd@x.example")).isEmpty();
    assertThat(one.carriedBy("bob@x.example")).containsExactly(one.tagId("West"));
    undone(undo);
    assertThat(one.carriedBy("cyd@x.example"))
        .containsExactlyInAnyOrder(one.tagId("West"), one.tagId("Spare"));
    assertThat(two.carriedBy("cyd@x.example")).containsExactly(two.tagId("West"));
  }

  @Test
  void campaignsAreTaggedWithoutAQuestionAboutSenders() {
    Shop shop = shop();
    String plain = shop.campaignId("Plain");

    Asked set =
        done(
            ann.pairs(shop, "VIP,campaign," + plain + ",TRUE", "West,account,bob@x.example,false"));

    assertThat(set.rows("result")).containsExactly("applied", "applied");
    assertThat(shop.carriedBy(plain)).containsExactly(shop.tagId("VIP"));
    assertThat(shop.carriedBy("bob@x.example")).isEmpty();
  }

  @Test
  void manyRowsOfOneWorkspaceCostFewReads() {
    String accounts =
        String.join(
            ",",
            IntStream.range(0, 60)
                .mapToObj(i -> "{\"email\":\"p%d@x.example\"}".formatted(i))
                .toList());
    Shop shop = Shop.of(registered, "{\"tags\":[\"T\"],\"accounts\":[" + accounts + "]}");
    String[] lines =
        IntStream.range(0, 60)
            .mapToObj(i -> "T,account,p%d@x.example,true".formatted(i))
            .toArray(String[]::new);
    int first = shop.calls().size();
    Asked set = ann.pairs(shop, lines);
    assertThat(reads(shop, first)).isLessThanOrEqualTo(6);
    approve(set, "").then().statusCode(200);
    int before = shop.calls().size();

    done(set);

    assertThat(set.view().getMap("counts.by_result")).isEqualTo(Map.of("applied", 60));
    assertThat(shop.writes()).hasSize(60);
    assertThat(reads(shop, before)).isLessThanOrEqualTo(10);
    assertThat(shop.calls()).noneMatch(SandboxCall::limited);
  }

  @Test
  void accident27_aLabelThatDoesNotExistTagsNothingAndIsNamed() {
    Shop shop = shop();

    Asked rows =
        ann.pairs(
            shop,
            "Nonsense,account,ann@x.example,false",
            "West,account,nobody@x.example,true",
            "West,campaign,f9cc070d-8dba-4341-b847-f083c358e461,true");
    Asked spec =
        ann.planned(
            "tag_assign",
            "{\"labels\":[\"Nonsense\"],\"resource_type\":\"account\",\"resources\":[\"ann@x.example\"],\"assign\":false}",
            shop);
    done(rows);
    done(spec);

    assertThat(rows.rows("result")).containsOnly("failed");
    assertThat(rows.rows("problem.code")).containsOnly("NOT_FOUND_IN_WORKSPACE");
    assertThat(rows.<String>rows("problem.detail"))
        .anyMatch(detail -> detail.contains("Nonsense"))
        .anyMatch(detail -> detail.contains("nobody@x.example"))
        .anyMatch(detail -> detail.contains("f9cc070d-8dba-4341-b847-f083c358e461"));
    assertThat(spec.rows("result")).isEmpty();
    assertThat(shop.writes()).isEmpty();
    assertThat(shop.carriedBy("ann@x.example")).containsExactly(shop.tagId("VIP"));
  }

  @Test
  void accident28_aRowThatChangesTheSendersOfALiveCampaignWaitsForASecondPerson() {
    Shop shop = shop();
    var spring = Map.of("campaign_id", shop.campaignId("Spring"), "name", "Spring");
    Asked set =
        ann.pairs(shop, "VIP,account,cyd@x.example,true", "Spare,account,cyd@x.example,true");

    assertThat(set.rows("result")).containsExactlyInAnyOrder("blocked_guard", "pending");
    assertThat(set.rows("find { it.result == 'blocked_guard' }.effects")).containsExactly(spring);
    assertThat(set.view().getList("guard.violations.rule")).containsExactly("LIVE_SENDER");
    approve(set, ",\"override\":[\"LIVE_SENDER\"],\"reason\":\"cyd joins\"")
        .then()
        .statusCode(200)
        .body("counts.by_result.pending", equalTo(2));
    done(set);

    assertThat(set.rows("result")).containsOnly("applied");
    assertThat(set.rows("find { it.subject.startsWith('VIP') }.effects")).containsExactly(spring);
    assertThat(shop.carriedBy("cyd@x.example")).contains(shop.tagId("VIP"));

    Asked undo = ann.planned(set.post("/undo"));
    assertThat(undo.rows("result")).containsExactlyInAnyOrder("blocked_guard", "pending");
    done(undo);
    assertThat(shop.carriedBy("cyd@x.example")).containsExactly(shop.tagId("VIP"));
  }

  @Test
  void accident28_aCampaignThatGoesLiveBetweenPlanAndApplicationHoldsItsRowBack() {
    Shop shop = shop();
    shop.behave("GET", "/campaigns", "\"fail\":{\"status\":200,\"body\":\"{\\\"items\\\":[]}\"}");
    Asked set =
        ann.pairs(shop, "VIP,account,cyd@x.example,true", "West,account,cyd@x.example,true");
    assertThat(set.rows("result")).containsOnly("pending");
    shop.behave("GET", "/campaigns", "\"latency\":{\"median_ms\":0,\"p99_ms\":0}");

    done(set);

    assertThat(set.rows("result")).containsExactlyInAnyOrder("blocked_guard", "applied");
    assertThat(set.rows("find { it.result == 'blocked_guard' }.effects.name"))
        .containsExactly("Spring");
    assertThat(shop.carriedBy("cyd@x.example")).containsExactly(shop.tagId("West"));
  }

  @Test
  void accident28_whoLiftsTheRuleForOneCampaignHasNotLiftedItForAnother() {
    Shop shop = shop();
    String other =
        "{\\\"items\\\":[{\\\"id\\\":\\\"c\\\",\\\"name\\\":\\\"Winter\\\",\\\"status\\\":1,\\\"email_tag_list\\\":[\\\"%s\\\"]}]}"
            .formatted(shop.tagId("VIP"));
    shop.behave("GET", "/campaigns", "\"fail\":{\"status\":200,\"body\":\"" + other + "\"}");
    Asked set = ann.pairs(shop, "VIP,account,cyd@x.example,true");
    assertThat(set.rows("effects[0].name")).containsExactly("Winter");
    approve(set, ",\"override\":[\"LIVE_SENDER\"],\"reason\":\"for Winter\"")
        .then()
        .statusCode(200);
    shop.behave("GET", "/campaigns", "\"latency\":{\"median_ms\":0,\"p99_ms\":0}");

    done(set);

    assertThat(set.rows("result")).containsExactly("blocked_guard");
    assertThat(set.rows("effects[0].name")).containsExactly("Spring");
    assertThat(shop.writes()).isEmpty();
  }

  @Test
  void whereCampaignsCannotBeReadNoAccountIsTagged() {
    Shop shop = shop();
    shop.behave("GET", "/campaigns", "\"fail\":{\"status\":500}");

    Asked set = done(ann.pairs(shop, "West,account,cyd@x.example,true"));

    assertThat(set.rows("result")).containsExactly("not_attempted");
    assertThat(shop.writes()).isEmpty();
  }

  @Test
  void whatSomebodyElseHasDoneMeanwhileIsSatisfiedAndWhatIsGoneIsStale() {
    Shop shop = shop();
    Asked set =
        ann.pairs(shop, "West,account,cyd@x.example,true", "Spare,account,ann@x.example,true");
    shop.tag("West", "\"cyd@x.example\"", true, "").then().statusCode(200);
    shop.admin().delete(shop.path("tags/" + shop.tagId("Spare"))).then().statusCode(204);

    done(set);

    assertThat(set.rows("findAll { it.subject.startsWith('West') }.result"))
        .containsExactly("already_satisfied");
    assertThat(set.rows("findAll { it.subject.startsWith('Spare') }.result"))
        .containsExactly("skipped_stale");
  }

  @Test
  void aYesThatChangedNothingIsNotApplied() {
    Shop shop = shop();
    Asked pairs = ann.pairs(shop, "West,account,cyd@x.example,true");
    Asked tags = ann.planned("tag_ensure", NEW, shop);
    shop.behave("POST", "/custom-tags/toggle-resource", "\"accept_without_effect\":true");
    shop.behave("POST", "/custom-tags", "\"accept_without_effect\":true");

    done(pairs);
    done(tags);

    assertThat(pairs.rows("problem.code")).containsExactly("WRITE_NOT_EFFECTIVE");
    assertThat(pairs.rows("found.assigned")).containsExactly(false);
    assertThat(tags.rows("problem.code")).containsExactly("WRITE_NOT_EFFECTIVE");
  }

  @ParameterizedTest
  @CsvSource({"true,1", "false,2"})
  void aReplicaThatDiesBetweenIntentAndAnswerIsInherited(boolean sent, int attempts) {
    work.workOff();
    Shop shop = shop();
    Asked pairs = ann.pairs(shop, "West,account,cyd@x.example,true");
    Asked tags = ann.planned("tag_ensure", NEW, shop);
    for (Asked set : List.of(pairs, tags)) {
      set.apply().then().statusCode(202);
      var other = work.taken(set.id(), shop.workspace()).intends();
      (sent ? other.sends() : other).dies();
      work.workOff();

      assertThat(set.rows("result")).containsExactly("applied");
      assertThat(set.rows("attempts")).containsExactly(attempts);
    }
    assertThat(shop.writes()).hasSize(2);
    undone(tags);
    assertThat(shop.tagId("New")).isNull();
  }

  @Test
  void theExportCanBeSentInAgain() {
    Shop shop = shop();
    String spec =
        "{\"labels\":[{\"label\":\"=New, \\\"quoted\\\"\",\"description\":\"two\\nlines\"},{\"label\":\"VIP\"}]}";
    for (Asked set :
        List.of(
            ann.planned("tag_ensure", spec, shop),
            ann.pairs(
                shop, "West,account,cyd@x.example,true", "VIP,account,ann@x.example,false"))) {
      Response export = Asked.as(ann.who(), ADMIN).get(set.path("/changes?format=csv"));
      export.then().statusCode(200);

      Response again =
          Asked.as(ann.who(), ADMIN)
              .contentType("text/csv")
              .body(export.asString())
              .post("/v1/change-sets?kind=" + set.view().getString("kind"));

      again.then().statusCode(201).body("digest", equalTo(set.digest()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "West,thing,cyd@x.example,true|resource_type",
        "West,account,no address,true|resource",
        "West,campaign,cyd@x.example,true|resource",
        "West,account,cyd@x.example,maybe|assign",
        "West,account,cyd@x.example,|assign",
        ",account,cyd@x.example,true|label",
        "West,,cyd@x.example,true|resource_type",
        "West,account,,true|resource",
        "=West,account,cyd@x.example,true|label",
        "LONG,account,cyd@x.example,true|label",
      })
  void accident12_aWrongCellIsNamedByLineAndColumn(String line, String column) {
    Shop shop = shop();

    problem(
            ann.csv(
                shop,
                "tag_assign",
                PAIRS,
                "West,account,bob@x.example,true",
                line.replace("LONG", "x".repeat(201))),
            422,
            "VALIDATION_FAILED")
        .body("errors.pointer", equalTo(List.of("line 3, column " + column)));
    assertThat(shop.calls()).isEmpty();
  }

  @Test
  void twoRowsThatWantDifferentThingsOfOnePairAreAFault() {
    Shop shop = shop();

    problem(
            ann.csv(
                shop,
                "tag_assign",
                PAIRS,
                "West,account,Cyd@x.example,true",
                " West ,account,cyd@x.example,false"),
            422,
            "VALIDATION_FAILED")
        .body("errors[0].pointer", equalTo("line 3, column label"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "tag_ensure|{}|VALIDATION_FAILED|/spec/labels",
        "tag_ensure|{\"labels\":[]}|VALIDATION_FAILED|/spec/labels",
        "tag_ensure|{\"labels\":[\"VIP\"]}|MALFORMED_REQUEST|/spec/labels/0",
        "tag_ensure|{\"labels\":{\"label\":\"x\"}}|MALFORMED_REQUEST|/spec/labels",
        "tag_ensure|{\"labels\":[{\"label\":\" \"}]}|VALIDATION_FAILED|/spec/labels/0/label",
        "tag_ensure|{\"labels\":[{\"label\":\"x\"},{\"description\":\"y\"}]}|VALIDATION_FAILED|/spec/labels/1/label",
        "tag_ensure|{\"labels\":[{\"label\":\"x\",\"color\":\"red\"}]}|UNKNOWN_FIELD|/spec/labels/0/color",
        "tag_ensure|{\"labels\":[{\"label\":\"x\",\"description\":1}]}|MALFORMED_REQUEST|/spec/labels/0/description",
        "tag_ensure|{\"labels\":[{\"label\":\"x\",\"description\":\"a\"},{\"label\":\"x\"}]}|VALIDATION_FAILED|/spec/labels/1/label",
        "tag_assign|{\"labels\":[\"x\"],\"resource_type\":\"lead\",\"resources\":[\"a@b.io\"],\"assign\":true}|VALIDATION_FAILED|/spec/resource_type",
        "tag_assign|{\"labels\":\"x\",\"resource_type\":\"account\",\"resources\":[\"a@b.io\"],\"assign\":true}|MALFORMED_REQUEST|/spec/labels",
        "tag_assign|{\"labels\":[\"x\"],\"resource_type\":\"account\",\"resources\":[],\"assign\":true}|VALIDATION_FAILED|/spec/resources",
        "tag_assign|{\"labels\":[\"x\"],\"resource_type\":\"account\",\"resources\":[\"a@b.io\"],\"assign\":1}|MALFORMED_REQUEST|/spec/assign",
        "tag_assign|{\"labels\":[\"x\"],\"resource_type\":\"account\",\"resources\":[\"a@b.io\"]}|VALIDATION_FAILED|/spec/assign",
        "tag_assign|{\"labels\":[\"x\"],\"resource_type\":\"account\",\"resources\":[\"a@b.io\"],\"assign\":true,\"selected_all\":true}|UNKNOWN_FIELD|/spec/selected_all",
      })
  void accident15_aSpecThatDoesNotFitGetsA4xx(
      String kind, String spec, ProblemCode code, String pointer) {
    Shop shop = shop();

    problem(ann.ask(kind, spec, shop), code.status(), code.name())
        .body("errors[0].pointer", equalTo(pointer));
  }

  @Test
  void aSpecIsNoWayAroundTheLimitOfPairs() {
    String resources =
        String.join(
            ",", IntStream.range(0, 2001).mapToObj(i -> "\"p%d@x.example\"".formatted(i)).toList());

    problem(
            ann.ask(
                "tag_assign",
                "{\"labels\":[\"x\"],\"resource_type\":\"account\",\"resources\":[%s],\"assign\":true}"
                    .formatted(resources),
                shop()),
            422,
            "VALIDATION_FAILED")
        .body("errors[0].pointer", equalTo("/spec/resources"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"viewer", "sdr", "narrowed", "auditor", "stranger"})
  void whoMayNotTagCannotAskForIt(String profile) {
    Shop shop = shop();
    var zed = new Fleet("zed-" + UUID.randomUUID(), groups(profile));
    String principal = "sub:" + zed.who();
    switch (profile) {
      case "narrowed" -> granted.tagged(principal, "admin", shop.workspace(), "VIP");
      case "viewer", "sdr" -> granted.in(principal, profile, shop.workspace());
      default -> {}
    }

    String pair =
        "{\"labels\":[\"West\"],\"resource_type\":\"account\",\"resources\":[\"cyd@x.example\"],\"assign\":true}";
    assertThat(zed.ask("tag_assign", pair, shop).statusCode()).isIn(403, 404);
    assertThat(zed.ask("tag_ensure", NEW, shop).statusCode()).isIn(403, 404);
    assertThat(shop.calls()).isEmpty();
  }

  private static String[] groups(String profile) {
    return profile.equals("auditor") ? new String[] {"agency-auditor"} : new String[0];
  }

  @Test
  void whoMayTagHereMayAskForItHereAndNowhereElse() {
    Shop mine = shop();
    Shop other = shop();
    var meg = new Fleet("meg-" + UUID.randomUUID());
    granted.in("sub:" + meg.who(), "admin", mine.workspace());
    String pair =
        "{\"labels\":[\"West\"],\"resource_type\":\"account\",\"resources\":[\"cyd@x.example\"],\"assign\":true}";

    Asked set = done(meg.planned("tag_assign", pair, mine));
    Asked tags = done(meg.planned("tag_ensure", NEW, mine));

    assertThat(set.rows("result")).containsExactly("applied");
    problem(meg.ask("tag_assign", pair, mine, other), 404, "WORKSPACE_NOT_FOUND");
    meg.planned(set.post("/undo"));
    problem(tags.post("/undo"), 403, "FORBIDDEN");
    undone(new Asked(ann.who(), ann.groups(), tags.id()));
    assertThat(mine.tagId("New")).isNull();
  }

  @Test
  void whatWasDoneInOneRequestIsUndoneToo() {
    Shop shop = shop();
    Response made = shop.create("{\"label\":\"New\"}");
    Response changed =
        shop.admin()
            .body("{\"label\":\"North\",\"description\":\"n\"}")
            .patch(shop.path("tags/" + shop.tagId("Spare")));
    Response tagged =
        shop.tag("West", "\"ann@x.example\",\"bob@x.example\",\"cyd@x.example\"", true, "");
    shop.tag("West", "\"ann@x.example\"", false, "").then().statusCode(200);

    for (Response one : List.of(made, changed, tagged)) {
      undone(new Asked(ann.who(), ann.groups(), one.getHeader("Steward-Change-Set")));
    }

    assertThat(shop.list("tags", "label")).containsExactlyInAnyOrder("VIP", "West", "Spare");
    assertThat(shop.carriedBy("cyd@x.example")).isEmpty();
    assertThat(shop.carriedBy("bob@x.example")).containsExactly(shop.tagId("West"));
  }
}
