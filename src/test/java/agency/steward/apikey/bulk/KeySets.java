package agency.steward.apikey.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.apikey.Tenant;
import agency.steward.changeset.lane.claim.LaneWork;
import agency.steward.member.bulk.Asked;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Change sets of keys, as one person asks for them and another one approves. */
record KeySets(LaneWork work, String ann) {
  private static final String ADMIN = "agency-admin";

  static KeySets of(LaneWork work) {
    return new KeySets(work, "ann-" + UUID.randomUUID());
  }

  RequestSpecification admin() {
    return Asked.as(ann, ADMIN);
  }

  static String body(String kind, String spec, Tenant... tenants) {
    String ids =
        Stream.of(tenants)
            .map(tenant -> "\"" + tenant.workspace().id() + "\"")
            .collect(Collectors.joining(","));
    return "{\"kind\":\"%s\",\"targets\":{\"workspace_ids\":[%s]},\"spec\":%s}"
        .formatted(kind, ids, spec);
  }

  Response ask(String kind, String spec, Tenant... tenants) {
    return Asked.json(admin(), body(kind, spec, tenants));
  }

  Response csv(String kind, String... lines) {
    return Asked.csv(admin(), kind, lines);
  }

  Asked planned(Response answer) {
    return Asked.planned(ann, answer, ADMIN);
  }

  /** A key called looker that may read leads. */
  Asked lookers(Tenant... tenants) {
    return planned(ask("key_create", "{\"name\":\"looker\",\"scopes\":[\"leads:read\"]}", tenants));
  }

  Asked revoking(String names, Tenant... tenants) {
    return planned(ask("key_revoke", "{\"names\":[\"%s\"]}".formatted(names), tenants));
  }

  Asked started(Asked set) {
    set.apply().then().statusCode(202);
    return set;
  }

  Asked done(Asked set) {
    started(set);
    work.workOff();
    return set;
  }

  Asked undone(Asked set) {
    return done(planned(set.post("/undo")));
  }

  Response approve(Asked set, String more) {
    return set.approve("eve-of-" + ann, "agency-approver", more);
  }

  static List<String> ids(Tenant tenant, String name) {
    return tenant.onInstantly().getList("items.findAll { it.name == '%s' }.id".formatted(name));
  }

  static void assertDone(Asked set) {
    assertThat(set.view().getString("state")).isEqualTo("succeeded");
  }
}
