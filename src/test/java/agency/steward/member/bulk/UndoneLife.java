package agency.steward.member.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.lane.claim.LaneWork;
import agency.steward.member.Tenant;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A set is made, and undone. */
final class UndoneLife {
  private static final String ADMIN = "agency-admin";

  private final Random dice;
  private final String asker;
  private final String approver;
  private final Tenant tenant;
  private final LaneWork work;
  private final List<String> log = new ArrayList<>();
  private boolean undone;

  UndoneLife(Random dice, String asker, String approver, Tenant tenant, LaneWork work) {
    this.dice = dice;
    this.asker = asker;
    this.approver = approver;
    this.tenant = tenant;
    this.work = work;
  }

  String story() {
    return String.join("\n", log);
  }

  boolean isUndone() {
    return undone;
  }

  private <T> T one(List<T> of) {
    return of.get(dice.nextInt(of.size()));
  }

  /** One row of a person each. */
  private String body() {
    String kind = one(List.of("role_change", "profile_change", "remove", "invite"));
    var rows = new ArrayList<String>();
    for (String person : List.of("p1", "p2", "p3", "p4", "p5", "zoe")) {
      if (dice.nextInt(3) > 0) {
        String as =
            switch (kind) {
              case "role_change", "invite" ->
                  ",\"role\":\"" + one(List.of("view", "editor", "admin")) + "\"";
              case "profile_change" ->
                  ",\"profile\":\"" + one(List.of("sdr", "viewer", "manager")) + "\"";
              default -> "";
            };
        rows.add(
            "{\"workspace\":\"%s\",\"email\":\"%s@x.example\"%s}"
                .formatted(tenant.workspace().id(), person, as));
      }
    }
    return "{\"kind\":\"%s\",\"rows\":[%s]}".formatted(kind, String.join(",", rows));
  }

  void lives(Consumer<String> settled) {
    String body = body();
    log.add(body);
    Response answer = Asked.json(Asked.as(asker, ADMIN), body);
    if (answer.statusCode() != 201) {
      return;
    }
    Asked set = new Asked(asker, new String[] {ADMIN}, answer.path("id"));
    goes(set, settled);
    if (!set.view().getString("state").matches("succeeded|partially_succeeded")) {
      return;
    }
    Response back = set.post("/undo?wait=PT30S");
    log.add("undo " + back.statusCode());
    if (back.statusCode() == 201) {
      Asked undo = new Asked(asker, new String[] {ADMIN}, back.path("id"));
      goes(undo, settled);
      undone = undo.view().getString("state").equals("succeeded");
    }
  }

  private void goes(Asked set, Consumer<String> settled) {
    List<String> rules = set.view().getList("guard.violations.findAll { it.overridable }.rule");
    String lifted = rules.isEmpty() ? "" : "\"" + String.join("\",\"", new TreeSet<>(rules)) + "\"";
    set.approve(
            approver,
            ADMIN,
            lifted.isEmpty() ? "" : ",\"override\":[" + lifted + "],\"reason\":\"so be it\"")
        .then()
        .statusCode(200);
    set.apply().then().statusCode(202);
    for (int i = dice.nextInt(3); i > 0; i--) {
      work.taken(List.of(tenant.workspace())).forEach(this::lives);
    }
    work.workOff();
    settled.accept(set.id());
    log.add(set.rows("subject") + " " + set.rows("action") + " " + set.rows("result"));
    assertThat(set.view().getString("state")).isNotIn("running", "cancelling", "paused");
  }

  private void lives(LaneWork.Other other) {
    log.add("another replica");
    try {
      if (dice.nextInt(3) > 0) {
        other.intends();
        log.add("  intends");
        if (dice.nextInt(3) > 0) {
          other.sends();
          log.add("  sends");
        }
      }
      if (dice.nextInt(3) == 0) {
        other.settles();
      }
    } catch (RuntimeException stopped) {
      log.add("  " + stopped);
    }
    other.dies();
  }
}
