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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever was removed through Steward is not missing: rule LIST_SHRANK is about everybody else. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class SeenListTest {
  private static final List<String> LEAVING = List.of("a", "b", "c", "d", "e");

  @Inject Registered registered;
  @Inject LaneWork work;

  private final String ann = "ann-" + UUID.randomUUID();
  private final String eve = "eve-" + UUID.randomUUID();
  private Tenant tenant;

  @BeforeEach
  void sevenPeopleWereSeen() {
    work.workOff();
    tenant = Tenant.of(registered, "zoe admin", "a view", "b view", "c view", "d view", "e view");
    assertThat(rulesOfANewPlan()).isEmpty();
  }

  private Asked planned(String spec) {
    return Asked.byAdmin(ann, "remove", spec, tenant);
  }

  private List<String> rulesOfANewPlan() {
    return planned("{\"emails\":[\"nobody@x.example\"]}").view().getList("guard.violations.rule");
  }

  private Asked leaving() {
    return leaving(LEAVING);
  }

  private Asked leaving(List<String> people) {
    String emails =
        people.stream()
            .map("\"%s@x.example\""::formatted)
            .collect(Collectors.joining(",", "{\"emails\":[", "]}"));
    Asked set = planned(emails);
    set.approve(
            eve,
            "agency-approver",
            ",\"override\":[\"BUDGET_WORKSPACE\"],\"reason\":\"they leave\"")
        .then()
        .statusCode(200);
    set.apply().then().statusCode(202);
    return set;
  }

  @Test
  void whoWasRemovedOneByOneIsNotMissing() {
    LEAVING.forEach(person -> tenant.remove(person).then().statusCode(204));
    assertThat(rulesOfANewPlan()).isEmpty();
  }

  @Test
  void whoWasRemovedByASetIsNotMissing() {
    Asked set = leaving();
    work.workOff();
    assertThat(set.rows("result")).containsOnly("applied");
    assertThat(rulesOfANewPlan()).isEmpty();
  }

  @Test
  void whoWasRemovedFromAListOfSeveralPagesIsNotMissing() {
    List<String> many = IntStream.range(0, 48).mapToObj(i -> "p" + i).toList();
    Stream<String> others = IntStream.range(0, 56).mapToObj(i -> "e" + i + " editor");
    Stream<String> people = Stream.concat(others, many.stream().map(person -> person + " view"));
    tenant =
        Tenant.of(registered, Stream.concat(Stream.of("zoe admin"), people).toArray(String[]::new));
    Asked set = leaving(many);

    work.workOff();

    assertThat(set.view().getMap("counts.by_result")).isEqualTo(Map.of("applied", 48));
    assertThat(rulesOfANewPlan()).isEmpty();
  }

  @Test
  void whoWasRemovedByAReplicaThatDiedIsNotMissing() {
    Asked set = leaving();
    work.taken(set.id(), tenant.workspace()).intends().sends().dies();
    work.workOff();
    assertThat(set.rows("result")).containsOnly("applied");
    assertThat(rulesOfANewPlan()).isEmpty();
  }

  /** Somebody plans while people come who are seen already, and not yet written down. */
  @Test
  void whoWasSeenBeforeItWasSaidThatTheyHaveComeIsNotMissed() {
    String emails =
        IntStream.range(0, 8)
            .mapToObj("\"new-%d@x.example\""::formatted)
            .collect(Collectors.joining(",", "{\"emails\":[", "],\"role\":\"view\"}"));
    Asked set = Asked.going(ann, "invite", emails, tenant);
    LaneWork.Other lane = work.taken(set.id(), tenant.workspace()).intends().sends();
    assertThat(rulesOfANewPlan()).isEmpty();

    lane.settles();
    lane.goesOn();

    assertThat(set.rows("result")).containsOnly("applied");
    assertThat(rulesOfANewPlan()).isEmpty();
  }

  @Test
  void whoWasInvitedAndIsGoneAgainIsMissing() {
    for (String person : LEAVING) {
      tenant
          .invite("{\"email\":\"new-%s@x.example\",\"role\":\"view\"}".formatted(person))
          .then()
          .statusCode(201);
    }
    tenant.behave("GET", "/workspace-members", "\"list_only_part\":0.5");
    assertThat(rulesOfANewPlan()).containsExactly("LIST_SHRANK");
  }
}
