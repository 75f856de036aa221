package agency.steward.member.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.lane.claim.LaneWork;
import agency.steward.member.Tenant;
import agency.steward.testing.SandboxControl;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people, replicas and Instantly do, one after the other, as the dice fall. */
final class RandomLife {
  static final List<String> CALLS =
      List.of(
          "PATCH /workspace-members/{id}",
          "DELETE /workspace-members/{id}",
          "POST /workspace-members",
          "GET /workspace-members",
          "GET /workspace-members/{id}");

  private static final String ADMIN = "agency-admin";
  private static final int MOST = 9;
  private static final List<String> DECISIONS =
      List.of(
          "/apply",
          "/apply",
          "/apply",
          "/approve",
          "/approve",
          "/refresh",
          "/cancel",
          "/pause",
          "/pause",
          "/resume",
          "/resume",
          "/reject",
          "/undo",
          "/undo",
          "/retry-failed");
  private static final List<String> TROUBLES =
      List.of(
          "\"fail\":{\"status\":500}",
          "\"fail\":{\"status\":504}",
          "\"fail\":{\"status\":401}",
          "\"fail\":{\"status\":402}",
          "\"fail\":{\"status\":404}",
          "\"drop_after_write\":true",
          "\"accept_without_effect\":true");

  private final Random dice;
  private final String asker;
  private final String approver;
  private final List<Tenant> tenants;
  private final LaneWork work;
  private final Consumer<ShownSet> passing;
  private final List<ShownSet> sets = new ArrayList<>();
  private final List<LaneWork.Other> others = new ArrayList<>();
  private final List<String> log = new ArrayList<>();

  /**
   * @param passing lets time pass for a set
   */
  RandomLife(
      Random dice,
      String asker,
      String approver,
      List<Tenant> tenants,
      LaneWork work,
      Consumer<ShownSet> passing) {
    this.dice = dice;
    this.asker = asker;
    this.approver = approver;
    this.tenants = tenants;
    this.work = work;
    this.passing = passing;
  }

  List<ShownSet> sets() {
    return sets;
  }

  /** What has happened, for whoever has to find out why. */
  String story() {
    return String.join("\n", log);
  }

  private <T> T one(List<T> of) {
    return of.get(dice.nextInt(of.size()));
  }

  void step() {
    int what = dice.nextInt(100);
    if (sets.isEmpty() || what < 14 && sets.size() < MOST) {
      ask();
    } else if (what < 55) {
      decide(one(sets));
    } else if (what < 62) {
      note("work");
      work.workOff();
    } else if (what < 82) {
      replica();
    } else if (what < 90) {
      note("time");
      passing.accept(one(sets));
    } else {
      trouble(one(tenants));
    }
  }

  private void note(String what) {
    log.add(what);
  }

  private String spec() {
    String role = one(List.of("view", "editor", "editor", "admin"));
    String emails = "{\"emails\":[" + emails() + "]";
    return switch (dice.nextInt(7)) {
      case 0 -> "remove " + emails + "}";
      case 1 -> "invite " + emails + ",\"role\":\"" + role + "\"}";
      case 2 -> "reinvite " + emails + "}";
      case 3 ->
          "profile_change " + emails + ",\"profile\":\"" + one(List.of("sdr", "viewer")) + "\"}";
      case 4 -> "role_change {\"all_with_role\":\"view\",\"role\":\"" + role + "\"}";
      default -> "role_change " + emails + ",\"role\":\"" + role + "\"}";
    };
  }

  private String emails() {
    List<String> some =
        Stream.of("p1", "p2", "p3", "p4", "zoe").filter(_ -> dice.nextBoolean()).toList();
    return (some.isEmpty() ? List.of("p1") : some)
        .stream().map(person -> "\"" + person + "@x.example\"").collect(Collectors.joining(","));
  }

  private void ask() {
    String[] spec = spec().split(" ", 2);
    Tenant[] targets =
        dice.nextInt(3) == 0 ? new Tenant[] {one(tenants)} : tenants.toArray(Tenant[]::new);
    String body = Asked.spec(spec[0], spec[1], targets);
    String how = dice.nextInt(4) == 0 ? ",\"apply\":\"when_allowed\"}" : "}";
    Response answer =
        Asked.json(Asked.as(asker, ADMIN), body.substring(0, body.length() - 1) + how);
    note(body + how);
    answer.then().statusCode(201);
    add(answer);
  }

  private void add(Response answer) {
    note("  " + answer.path("id") + " " + answer.path("counts.by_result"));
    sets.add(new ShownSet(new Asked(asker, new String[] {ADMIN}, answer.path("id"))));
  }

  private void decide(ShownSet shown) {
    Asked set = shown.set();
    String what = one(DECISIONS);
    boolean sequel = what.equals("/undo") || what.equals("/retry-failed");
    if (sequel && sets.size() >= MOST) {
      return;
    }
    Response answer = body(set, what).post(set.path(what + (sequel ? "?wait=PT30S" : "")));
    note(what + " " + set.id() + " " + answer.statusCode());
    assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201, 202, 409, 410, 422);
    if (answer.statusCode() == 201) {
      add(answer);
    }
  }

  private RequestSpecification body(Asked set, String what) {
    var second = Asked.as(approver, ADMIN);
    return switch (what) {
      case "/apply" -> set.asker().body("{\"digest\":\"%s\"}".formatted(set.digest()));
      case "/reject" -> second.body("{\"reason\":\"no\"}");
      case "/approve" -> second.body("{\"digest\":\"%s\"%s}".formatted(set.digest(), lifting(set)));
      default -> set.asker();
    };
  }

  private String lifting(Asked set) {
    List<String> rules = set.view().getList("guard.violations.findAll { it.overridable }.rule");
    return rules.isEmpty() || dice.nextBoolean()
        ? ""
        : ",\"override\":[\"" + one(rules) + "\"],\"reason\":\"so be it\"";
  }

  private void replica() {
    if (others.isEmpty() || dice.nextInt(4) == 0) {
      others.addAll(work.taken(tenants.stream().map(Tenant::workspace).toList()));
      note("taken, now " + others.size());
      return;
    }
    LaneWork.Other other = one(others);
    String what =
        one(
            List.of(
                "intends",
                "intends",
                "sends",
                "sends",
                "settles",
                "unsent",
                "dies",
                "goes on",
                "goes on",
                "gives up"));
    note("replica " + what);
    try {
      does(other, what);
    } catch (RuntimeException stopped) {
      note("  " + stopped);
    }
    if (List.of("dies", "goes on", "gives up").contains(what)) {
      others.remove(other);
    }
  }

  private static void does(LaneWork.Other other, String what) {
    switch (what) {
      case "intends" -> other.intends();
      case "sends" -> other.sends();
      case "settles" -> other.settles();
      case "unsent" -> other.takesBack();
      case "dies" -> other.dies();
      case "goes on" -> other.goesOn();
      default -> other.givesUp();
    }
  }

  private void trouble(Tenant tenant) {
    if (dice.nextBoolean()) {
      String call = one(CALLS);
      String how = call.startsWith("GET") ? TROUBLES.getFirst() : one(TROUBLES);
      note(call + " " + how);
      tenant.behave(call.split(" ")[0], call.split(" ")[1], how);
    } else {
      String what = one(List.of("suspend", "resume", "verify", "mended", "lapsed"));
      note(what);
      switch (what) {
        case "suspend" -> standing(tenant, what, tenant.admin().body("{\"reason\":\"test\"}"));
        case "mended" -> mend(tenant);
        case "lapsed" -> SandboxControl.patch(tenant.sandbox().id(), "{\"plan_active\":false}");
        default -> standing(tenant, what, tenant.admin());
      }
    }
  }

  private static void standing(Tenant tenant, String what, RequestSpecification as) {
    as.post("/v1/workspaces/" + tenant.workspace().id() + "/" + what);
  }

  private static void mend(Tenant tenant) {
    CALLS.forEach(call -> tenant.behaveWell(call.split(" ")[0], call.split(" ")[1]));
    SandboxControl.patch(tenant.sandbox().id(), "{\"plan_active\":true}");
  }

  /** Nobody asks for anything any more, all is well, and what is held goes on or is cancelled. */
  void calm() {
    note("calm");
    for (Tenant tenant : tenants) {
      mend(tenant);
      standing(tenant, "resume", tenant.admin());
      standing(tenant, "verify", tenant.admin());
    }
    others.forEach(LaneWork.Other::dies);
    others.clear();
    sets.forEach(shown -> shown.release(dice::nextBoolean));
  }
}
