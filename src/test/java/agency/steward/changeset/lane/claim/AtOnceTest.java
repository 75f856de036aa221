package agency.steward.changeset.lane.claim;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.member.Tenant;
import agency.steward.member.bulk.Asked;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxCall;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Several people at the same set, or at the same people, at the same time; and somebody watches.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class AtOnceTest {
  private static final String ADMIN = "agency-admin";
  private static final String BOTH = "{\"emails\":[\"bob@x.example\",\"cyd@x.example\"]";

  @Inject Registered registered;
  @Inject LaneWork work;
  @Inject ObjectMapper json;

  private final String ann = "ann-" + UUID.randomUUID();

  @BeforeEach
  void nothingElseIsGoing() {
    work.workOff();
  }

  private Asked planned(String kind, String spec, Tenant... tenants) {
    return Asked.byAdmin(ann, kind, spec, tenants);
  }

  private Tenant tenant() {
    return Tenant.of(registered, "zoe admin", "bob view", "cyd view");
  }

  private static <T> List<T> together(List<Callable<T>> work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<T>();
      for (Future<T> each : threads.invokeAll(work)) {
        all.add(each.get());
      }
      return all;
    }
  }

  @Test
  void aSetThatIsAppliedTwentyTimesAtOnceIsOneOperation() throws Exception {
    Tenant tenant = tenant();
    Asked set = planned("role_change", BOTH + ",\"role\":\"editor\"}", tenant);
    String digest = set.digest();

    List<Response> answers = together(Collections.nCopies(20, () -> set.apply(digest)));
    work.workOff();

    assertThat(answers).extracting(Response::statusCode).containsOnly(202);
    assertThat(answers).extracting(answer -> answer.<String>path("id")).containsOnly(set.id());
    assertThat(set.rows("result")).containsExactly("applied", "applied");
    assertThat(tenant.writes()).hasSize(2);
    List<String> applied =
        Asked.as(ann, ADMIN)
            .get("/v1/ledger?action=change_set.apply&actor=sub:" + ann)
            .then()
            .statusCode(200)
            .extract()
            .path("items.change_set_id");
    assertThat(applied).containsExactly(set.id());
  }

  @Test
  void ofTwoSetsThatWantDifferentThingsOfTheSamePeopleOneIsStale() throws Exception {
    List<Tenant> tenants = List.of(tenant(), tenant(), tenant());
    Tenant[] all = tenants.toArray(Tenant[]::new);
    Asked rise = planned("role_change", BOTH + ",\"role\":\"editor\"}", all);
    Asked go = planned("remove", BOTH + "}", all);
    String one = rise.digest();
    String two = go.digest();

    together(List.of(() -> rise.apply(one), () -> go.apply(two)));
    work.workOff();

    assertThat(Stream.concat(rise.rows("result").stream(), go.rows("result").stream()))
        .hasSize(12)
        .containsOnly("applied", "skipped_stale");
    for (Tenant tenant : tenants) {
      assertThat(tenant.writes()).hasSize(2);
      assertThat(tenant.writes().stream().map(SandboxCall::method).distinct()).hasSize(1);
    }
  }

  @Test
  void whateverIsToldOfASetAddsUpToAllOfItsRows() throws Exception {
    String[] people =
        Stream.concat(
                Stream.of("zoe admin"), IntStream.range(0, 12).mapToObj(i -> "p" + i + " view"))
            .toArray(String[]::new);
    Tenant one = Tenant.of(registered, people);
    Tenant two = Tenant.of(registered, people);
    Asked set =
        planned("role_change", "{\"all_with_role\":\"view\",\"role\":\"editor\"}", one, two);
    set.apply().then().statusCode(202);

    List<String> told =
        together(
            List.of(
                () -> Asked.as(ann, ADMIN).get(set.path("/events")).asString(),
                () -> {
                  work.workOff();
                  return "";
                }));

    List<JsonNode> counts = counts(told.getFirst());
    assertThat(counts).hasSizeGreaterThanOrEqualTo(2);
    for (JsonNode each : counts) {
      assertThat(each.path("total").asLong()).isEqualTo(24);
      assertThat(sum(each.path("by_result"))).isEqualTo(24);
      assertThat(sum(each.path("by_action"))).isEqualTo(24);
    }
    assertThat(counts.getLast().path("by_result").path("applied").asLong()).isEqualTo(24);
  }

  /** Of every snapshot, progress and done. */
  private List<JsonNode> counts(String events) throws Exception {
    var counts = new ArrayList<JsonNode>();
    for (String line : events.split("\n", -1)) {
      if (line.startsWith("data: ")) {
        JsonNode told = json.readTree(line.substring("data: ".length()));
        if (told.has("counts")) {
          counts.add(told.path("counts"));
        }
      }
    }
    return counts;
  }

  private static long sum(JsonNode counts) {
    return counts.valueStream().mapToLong(JsonNode::asLong).sum();
  }
}
