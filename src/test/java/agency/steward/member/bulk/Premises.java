package agency.steward.member.bulk;

import agency.steward.member.Tenant;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxControl;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A workspace to which all sorts of things happen while sets are made in it. */
final class Premises {
  private static final List<String> STANDING =
      List.of("suspend", "resume", "verify", "lapsed", "rotate", "revoke", "forget");
  private static final List<String> TROUBLES =
      List.of(
          "\"fail\":{\"status\":500}",
          "\"fail\":{\"status\":504}",
          "\"fail\":{\"status\":401,\"times\":2}",
          "\"fail\":{\"status\":404}",
          "\"fail\":{\"status\":400}",
          "\"drop_after_write\":true",
          "\"drop_after_write\":true",
          "\"accept_without_effect\":true");

  private final Tenant tenant;
  private final Registered registered;
  private final Random dice;
  private final Consumer<String> log;
  private final List<String> unreadable = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private String key = "";
  private boolean lapsed;
  private boolean gone;

  Premises(Tenant tenant, Registered registered, Random dice, Consumer<String> log) {
    this.tenant = tenant;
    this.registered = registered;
    this.dice = dice;
    this.log = log;
    rotate();
  }

  Tenant tenant() {
    return tenant;
  }

  /** Instantly's ids of the keys that Steward has had. */
  Set<String> keys() {
    return keys;
  }

  /** Whether Steward has forgotten it. */
  boolean isGone() {
    return gone;
  }

  private <T> T one(List<T> of) {
    return of.get(dice.nextInt(of.size()));
  }

  /** What its misbehaviour does not keep from anybody who looks. */
  void look(Runnable work) {
    unreadable.forEach(this::behaveWell);
    plan(true);
    work.run();
    unreadable.forEach(call -> behave(call, TROUBLES.getFirst()));
    plan(!lapsed);
  }

  List<Person> people() {
    var people = new ArrayList<Person>();
    look(() -> people.addAll(Person.of(tenant.sandbox())));
    return people;
  }

  private void plan(boolean active) {
    if (lapsed) {
      SandboxControl.patch(tenant.sandbox().id(), "{\"plan_active\":%s}".formatted(active));
    }
  }

  private void behave(String call, String how) {
    tenant.behave(call.split(" ")[0], call.split(" ")[1], how);
  }

  private void behaveWell(String call) {
    tenant.behaveWell(call.split(" ")[0], call.split(" ")[1]);
  }

  /** Its Instantly misbehaves, or no longer. */
  void trouble() {
    if (dice.nextInt(3) == 0) {
      mend();
      return;
    }
    String call = one(RandomLife.CALLS);
    String how = call.startsWith("GET") ? TROUBLES.getFirst() : one(TROUBLES);
    log.accept(tenant.workspace().id() + " " + call + " " + how);
    behave(call, how);
    if (call.startsWith("GET")) {
      unreadable.add(call);
    }
  }

  void mend() {
    log.accept(tenant.workspace().id() + " mended");
    RandomLife.CALLS.forEach(this::behaveWell);
    plan(true);
    unreadable.clear();
    lapsed = false;
  }

  /** It stands otherwise with Steward, its key, or its plan. */
  void stand() {
    String what = one(STANDING);
    if (gone || what.equals("forget") && dice.nextInt(3) > 0) {
      return;
    }
    log.accept(tenant.workspace().id() + " " + what);
    switch (what) {
      case "suspend" -> post(what, tenant.admin().body("{\"reason\":\"test\"}"));
      case "lapsed" -> {
        lapsed = true;
        plan(false);
      }
      case "rotate" -> rotate();
      case "revoke" -> look(() -> revoke(key));
      case "forget" -> forget();
      default -> post(what, tenant.admin());
    }
  }

  private void post(String what, RequestSpecification as) {
    as.post("/v1/workspaces/" + tenant.workspace().id() + "/" + what);
  }

  private void forget() {
    String path = "/v1/workspaces/" + tenant.workspace().id() + "?leave_key=true";
    gone = tenant.admin().delete(path).statusCode() == 204;
  }

  private void rotate() {
    look(() -> {
      String body = "{\"name\":\"steward\",\"scopes\":[\"all:all\"]}";
      Response made = Person.send(tenant.sandbox(), "POST", "/api-keys", body);
      registered.keyExchanged(registered.now(tenant.workspace()).orElseThrow(), made.path("key"));
      if (!key.isEmpty() && dice.nextBoolean()) {
        revoke(key);
      }
      key = made.path("id");
      keys.add(key);
    });
  }

  private void revoke(String id) {
    Person.send(tenant.sandbox(), "DELETE", "/api-keys/" + id, "");
  }

  /** In Instantly's app somebody changes something by hand. */
  void drift() {
    look(() -> drift(one(Person.of(tenant.sandbox()))));
  }

  private void drift(Person person) {
    String path = "/workspace-members/" + person.id();
    String what = one(List.of("PATCH", "PATCH", "DELETE", "POST", "accept"));
    log.accept("theirs: " + what + " " + person);
    String role = one(List.of("view", "editor", "admin"));
    switch (what) {
      case "PATCH" ->
          Person.send(tenant.sandbox(), what, path, "{\"role\":\"%s\"}".formatted(role));
      case "DELETE" -> Person.send(tenant.sandbox(), what, path, "");
      case "POST" ->
          Person.send(
              tenant.sandbox(),
              what,
              "/workspace-members",
              "{\"email\":\"%s\",\"role\":\"%s\"}".formatted(one(emails()), role));
      default -> {
        if (!person.accepted()) {
          SandboxControl.accept(tenant.sandbox().id(), person.id());
        }
      }
    }
  }

  static List<String> emails() {
    return Stream.of("p1", "p2", "p3", "p4").map(person -> person + "@x.example").toList();
  }

  /** All is well again; what Steward has forgotten stays so. */
  void calm() {
    mend();
    if (!gone) {
      rotate();
      post("resume", tenant.admin());
      post("verify", tenant.admin());
    }
  }
}
