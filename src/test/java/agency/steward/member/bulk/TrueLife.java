package agency.steward.member.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.lane.claim.LaneWork;
import agency.steward.changeset.planning.PlanWork;
import agency.steward.member.Tenant;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several people ask for sets over the same workspaces, decide about each other's, and look on. */
final class TrueLife {
  private static final String ADMIN = "agency-admin";
  private static final int MOST = 8;
  private static final List<String> DECISIONS =
      List.of(
          "/apply",
          "/apply",
          "/apply",
          "/apply",
          "/approve",
          "/approve",
          "/refresh",
          "/cancel",
          "/pause",
          "/resume",
          "/resume",
          "/undo",
          "/undo",
          "/retry-failed",
          "/retry-failed");

  private final Random dice;
  private final List<String> askers;
  private final String approver;
  private final List<Premises> places;
  private final Crew crew;
  private final LaneWork work;
  private final PlanWork plans;
  private final Consumer<ShownSet> passing;
  private final Consumer<String> log;
  private final List<ShownSet> sets = new ArrayList<>();
  private final List<ShownSet> ones = new ArrayList<>();

  /**
   * @param passing lets time pass for a set
   */
  TrueLife(
      Random dice,
      String who,
      List<Premises> places,
      Crew crew,
      LaneWork work,
      PlanWork plans,
      Consumer<ShownSet> passing,
      Consumer<String> log) {
    this.dice = dice;
    this.askers = List.of("ann-" + who, "bea-" + who);
    this.approver = "eve-" + who;
    this.places = places;
    this.crew = crew;
    this.work = work;
    this.plans = plans;
    this.passing = passing;
    this.log = log;
  }

  List<ShownSet> sets() {
    return sets;
  }

  /** Those of one row, too. */
  List<ShownSet> all() {
    return Stream.concat(sets.stream(), ones.stream()).toList();
  }

  private <T> T one(List<T> of) {
    return of.get(dice.nextInt(of.size()));
  }

  /** False where it was others who did something at Instantly. */
  boolean step() {
    int what = dice.nextInt(100);
    if (sets.isEmpty() || what < 14 && sets.size() < MOST) {
      ask();
    } else if (what < 44) {
      decide(one(sets));
    } else if (what < 51) {
      log.accept("work");
      crew.cutOff(sets, work::workOff);
    } else if (what < 69) {
      crew.act(sets);
    } else if (what < 73) {
      log.accept("heirs of plans");
      plans.inherited();
    } else if (what < 80) {
      ShownSet set = one(sets);
      log.accept("time " + set.set().id());
      crew.cutOff(sets, () -> passing.accept(set));
    } else if (what < 87) {
      one(places).drift();
      return false;
    } else if (what < 90) {
      write(one(places));
    } else if (what < 95) {
      one(places).trouble();
    } else {
      one(places).stand();
    }
    return true;
  }

  private String spec() {
    String role = one(List.of("view", "editor", "editor", "admin"));
    String emails = "{\"emails\":[" + emails() + "]";
    return switch (dice.nextInt(7)) {
      case 0, 1 -> "remove " + emails + "}";
      case 2 -> "invite " + emails + ",\"role\":\"" + role + "\"}";
      case 3 -> "reinvite " + emails + "}";
      case 4 ->
          "profile_change " + emails + ",\"profile\":\"" + one(List.of("sdr", "viewer")) + "\"}";
      default -> "role_change " + emails + ",\"role\":\"" + role + "\"}";
    };
  }

  private String emails() {
    List<String> all =
        Stream.concat(Premises.emails().stream(), Stream.of("zoe@x.example")).toList();
    List<String> some = all.stream().filter(_ -> dice.nextBoolean()).toList();
    return (some.isEmpty() ? List.of(all.getFirst()) : some)
        .stream().map("\"%s\""::formatted).collect(Collectors.joining(","));
  }

  private void ask() {
    var targets = dice.nextInt(3) == 0 ? List.of(one(places)) : places;
    if (targets.stream().anyMatch(Premises::isGone)) {
      return;
    }
    String[] spec = spec().split(" ", 2);
    String body =
        Asked.spec(spec[0], spec[1], targets.stream().map(Premises::tenant).toArray(Tenant[]::new));
    String how = dice.nextInt(4) == 0 ? ",\"apply\":\"when_allowed\"}" : "}";
    String who = one(askers);
    Response answer = Asked.json(Asked.as(who, ADMIN), body.substring(0, body.length() - 1) + how);
    log.accept(who + " " + body + how);
    answer.then().statusCode(201);
    add(who, answer);
    if (dice.nextInt(6) == 0) {
      log.accept("  its planner dies");
      plans.plannerDies(answer.path("id"));
    }
  }

  private void add(String who, Response answer) {
    log.accept("  " + answer.path("id") + " " + answer.path("counts.by_result"));
    sets.add(new ShownSet(new Asked(who, new String[] {ADMIN}, answer.path("id"))));
  }

  private void decide(ShownSet shown) {
    Asked set = shown.set();
    String what = one(DECISIONS);
    boolean sequel = what.equals("/undo") || what.equals("/retry-failed");
    if (sequel && sets.size() >= MOST) {
      return;
    }
    String who = one(askers);
    Response answer = body(who, set, what).post(set.path(what + (sequel ? "?wait=PT30S" : "")));
    log.accept(who + " " + what + " " + set.id() + " " + answer.statusCode());
    assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201, 202, 403, 409, 410, 422);
    if (answer.statusCode() == 201) {
      add(who, answer);
    }
  }

  private RequestSpecification body(String who, Asked set, String what) {
    var second = Asked.as(dice.nextInt(3) == 0 ? one(askers) : approver, ADMIN);
    return switch (what) {
      case "/apply" -> Asked.as(who, ADMIN).body("{\"digest\":\"%s\"}".formatted(set.digest()));
      case "/approve" -> second.body("{\"digest\":\"%s\"%s}".formatted(set.digest(), lifting(set)));
      default -> Asked.as(who, ADMIN);
    };
  }

  private String lifting(Asked set) {
    List<String> rules = set.view().getList("guard.violations.findAll { it.overridable }.rule");
    return rules.isEmpty() || dice.nextInt(3) == 0
        ? ""
        : ",\"override\":[\"" + one(rules) + "\"],\"reason\":\"so be it\"";
  }

  /** In a request of its own. */
  private void write(Premises place) {
    if (place.isGone()) {
      return;
    }
    String email = one(Premises.emails());
    String who = one(askers);
    String members = place.tenant().path();
    var as = Asked.as(who, ADMIN);
    Response answer =
        place.people().stream()
            .filter(each -> each.email().equals(email))
            .findFirst()
            .map(each ->
                dice.nextBoolean()
                    ? as.delete(members + "/" + each.id())
                    : as.body("{\"role\":\"editor\"}").patch(members + "/" + each.id()))
            .orElseGet(() ->
                as.body("{\"email\":\"%s\",\"role\":\"view\"}".formatted(email)).post(members));
    String made = answer.getHeader("Steward-Change-Set");
    String id = made == null && answer.statusCode() >= 400 ? answer.path("change_set_id") : made;
    log.accept("one row: " + email + " " + answer.statusCode() + " " + id);
    if (id != null) {
      ones.add(new ShownSet(new Asked(who, new String[] {ADMIN}, id)));
    }
  }

  /** Nobody asks for anything any more, all is well, and what is held goes on or is cancelled. */
  void calm() {
    places.forEach(Premises::calm);
    crew.die(sets);
    plans.inherited();
    sets.forEach(shown -> shown.release(dice::nextBoolean));
  }
}
