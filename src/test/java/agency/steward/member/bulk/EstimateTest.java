package agency.steward.member.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import agency.steward.changeset.lane.claim.LaneWork;
import agency.steward.member.Tenant;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a set is said to cost, against what Instantly's journal counts in the end. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class EstimateTest {
  private static final String ADMIN = "agency-admin";

  @Inject Registered registered;
  @Inject LaneWork work;

  private final String ann = "ann-" + UUID.randomUUID();

  /** A small workspace, one that fills a page nearly, and one of three pages. */
  private List<Tenant> tenants() {
    return Stream.of(5, 80, 230).map(this::tenant).toList();
  }

  private Tenant tenant(int people) {
    Stream<String> others = IntStream.range(0, people - 1).mapToObj(i -> "p" + i + " view");
    return Tenant.of(
        registered, Stream.concat(Stream.of("zoe admin"), others).toArray(String[]::new));
  }

  private Asked approved(String kind, String spec, List<Tenant> tenants) {
    Asked set =
        Asked.planned(
            ann,
            Asked.json(
                Asked.as(ann, ADMIN), Asked.spec(kind, spec, tenants.toArray(Tenant[]::new))),
            ADMIN);
    String overrides =
        set.view().<String>getList("guard.violations.rule").stream()
            .distinct()
            .map(rule -> "\"" + rule + "\"")
            .collect(Collectors.joining(","));
    set.approve(
            "eve-" + ann,
            "agency-approver",
            ",\"override\":[%s],\"reason\":\"measured\"".formatted(overrides))
        .then()
        .statusCode(200);
    return set;
  }

  private static String people(String prefix, int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> "\"" + prefix + i + "@x.example\"")
        .collect(Collectors.joining(",", "{\"emails\":[", "]"));
  }

  private static int calls(List<Tenant> tenants) {
    return tenants.stream().mapToInt(tenant -> tenant.calls().size()).sum();
  }

  private void assertThatTheEstimateHolds(Asked set, List<Tenant> tenants) {
    int estimate = set.view().getInt("estimate.upstream_calls");
    int before = calls(tenants);
    set.apply().then().statusCode(202);
    work.workOff();
    assertThat(set.view().getString("state")).isEqualTo("succeeded");
    assertThat(estimate).isCloseTo(calls(tenants) - before, withPercentage(20));
    assertThat(set.view().getInt("estimate.upstream_calls")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"role_change|,\"role\":\"editor\"}", "remove|}"})
  void whatIsDoneToPeopleWhoAreThereCostsWhatItIsSaidToCost(String kind, String more) {
    List<Tenant> tenants = tenants();
    assertThatTheEstimateHolds(approved(kind, people("p", 40) + more, tenants), tenants);
  }

  @Test
  void invitationsCostWhatTheyAreSaidToCost() {
    List<Tenant> tenants = tenants();
    String spec = people("new", 25) + ",\"role\":\"view\"}";
    assertThatTheEstimateHolds(approved("invite", spec, tenants), tenants);
  }

  @Test
  void workspacesThatAreReachedThroughOneShareItsQuota() {
    List<SandboxWorkspace> subs = Stream.of(80, 80).map(EstimateTest::seeded).toList();
    SandboxWorkspace agency =
        SandboxControl.workspace(
            "{\"group_admin_of\":[\"%s\",\"%s\"],\"members\":[{\"email\":\"zoe@x.example\",\"role\":\"admin\"}]}"
                .formatted(subs.get(0).id(), subs.get(1).id()));
    Workspace admin = registered.workspace(agency.id(), agency.apiKey());
    List<Tenant> reached =
        subs.stream().map(sub -> new Tenant(sub, registered.delegated(sub.id(), admin))).toList();
    String spec = people("p", 79) + ",\"role\":\"editor\"}";
    assertThat(approved("role_change", spec, reached).view().getInt("estimate.seconds"))
        .isEqualTo(3);
  }

  private static SandboxWorkspace seeded(int people) {
    Stream<String> others = IntStream.range(0, people - 1).mapToObj(i -> "p" + i + " view");
    return SandboxControl.workspace(
        Tenant.seed(Stream.concat(Stream.of("zoe admin"), others).toArray(String[]::new)));
  }
}
