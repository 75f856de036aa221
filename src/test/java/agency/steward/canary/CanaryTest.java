package agency.steward.canary;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.lane.claim.LaneWork;
import agency.steward.credential.CredentialConfig;
import agency.steward.testing.LogCapture;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class CanaryTest {
  private static final String WORKSPACES = "/v1/workspaces";
  private static final List<Integer> FAILURES = List.of(400, 401, 402, 403, 404, 409, 500);
  private static final String WORDS = " are not welcome";

  @Inject Database database;
  @Inject CredentialConfig custody;
  @Inject LaneWork work;

  @TestHTTPResource(value = "/metrics", management = true)
  String metrics;

  @TestHTTPResource(value = "/health", management = true)
  String health;

  private final Answers answers = new Answers();
  private final SandboxWorkspace acme =
      SandboxControl.workspace(
          "{\"name\":\"Acme\",\"members\":[{\"email\":\"ann@acme.example\",\"role\":\"admin\"}]}");
  private final SandboxWorkspace other = SandboxControl.workspace();
  private final Secret first = new Secret("the first key", acme.apiKey());
  private final Secret second = new Secret("the second key", Vendor.anotherKey(acme));
  private final Secret foreign = new Secret("another workspace's key", other.apiKey());
  private final Secret refused =
      new Secret("a key that Instantly refuses", "CANARY-" + UUID.randomUUID());
  private final List<Secret> secrets = List.of(first, second, foreign, refused);

  /** Keys that Steward was asked to make. */
  private final List<Secret> made = new ArrayList<>();

  @AfterEach
  void behaveAgain() {
    misbehave(acme, "");
  }

  @Test
  void accident17_noKeyValueAppearsAnywhere() throws IOException {
    try (var logs = LogCapture.everything("steward.access")) {
      String id = registeredInEveryWrongWayAndThenInTheRightOne();
      usedForMembersAndTheFleet(id);
      usedForKeys(id);
      usedForKeysOfManyWorkspaces(id);
      exchangedWronglyAndRightly(id);
      for (int status : FAILURES) {
        usedWhileInstantlyRepeatsIt(id, status);
      }
      usedWhileInstantlySaysOnlyThat(id);
      usedWhileInstantlyIsBusy(id);
      forgotten(id);

      Map<String, String> tables = database.tables();
      assertThatTheSearchFindsWhatIsThere(id, logs.text(), tables);
      var found = new ArrayList<String>();
      assertThat(made).hasSize(5);
      for (Secret secret : Stream.concat(secrets.stream(), made.stream()).toList()) {
        secret.in("the log", logs.text()).ifPresent(found::add);
        secret.in("an answer", answers.text()).ifPresent(found::add);
        tables.forEach((table, rows) -> secret.in(table, rows).ifPresent(found::add));
        secret.in("the metrics", given().get(metrics).asString()).ifPresent(found::add);
        secret.in("the health", given().get(health).asString()).ifPresent(found::add);
        found.addAll(inFiles(secret));
      }
      assertThat(found).isEmpty();
    }
  }

  private String registeredInEveryWrongWayAndThenInTheRightOne() {
    String key = first.value();
    send("{\"credential\":{\"mode\":\"own_key\",\"api_key\":\"" + key);
    send("{\"credential\":{\"mode\":\"own_key\",\"api_key\":[\"" + key + "\"]}}");
    send("{\"credential\":{\"mode\":\"own_key\",\"key\":\"" + key + "\"}}");
    send("{\"credential\":\"" + key + "\"}");
    send("{\"credential\":{\"mode\":\"" + key + "\"}}");
    send(
        "{\"credential\":{\"mode\":\"delegated\",\"admin_workspace_id\":\""
            + key
            + "\",\"instantly_workspace_id\":\"x\"}}");
    send(ownKey(key + "\\n"));
    send(ownKey(key + " " + key));
    send(ownKey(key.repeat(40)));
    send("\"" + key + "\"");
    send(key);
    admin().get(WORKSPACES + "?api_key=" + key);
    admin().get(WORKSPACES + "?search=" + key);
    admin().get(WORKSPACES + "?page_token=" + key);
    send(ownKey(refused.value()));
    admin()
        .header("Idempotency-Key", "canary-" + acme.id())
        .body(ownKey(refused.value()))
        .post(WORKSPACES);
    misbehave(acme, "\"fail\":{\"status\":500,\"message\":\"" + key + "\"}");
    send(ownKey(key));
    misbehave(acme, "");
    Response registered = keyed();
    assertThat(registered.statusCode()).isEqualTo(201);
    assertThat(keyed().header("Idempotency-Replayed")).isEqualTo("true");
    send(ownKey(key));
    return registered.path("id");
  }

  private Response keyed() {
    return admin()
        .header("Idempotency-Key", "canary-right-" + acme.id())
        .body(ownKey(first.value()))
        .post(WORKSPACES);
  }

  private void usedForMembersAndTheFleet(String id) {
    String members = WORKSPACES + "/" + id + "/members";
    assertThat(admin().get(members).statusCode()).isEqualTo(200);
    Response invited =
        admin().body("{\"email\":\"bob@acme.example\",\"role\":\"view\"}").post(members);
    assertThat(invited.statusCode()).isEqualTo(201);
    String member = members + "/" + invited.path("id");
    assertThat(admin().body("{\"role\":\"editor\"}").patch(member).statusCode()).isEqualTo(200);
    assertThat(admin().delete(member).statusCode()).isEqualTo(204);
    for (String format : List.of("json", "ndjson", "csv")) {
      Response fleet = admin().get("/v1/members?format=" + format + "&workspace_id=" + id);
      assertThat(fleet.statusCode()).isEqualTo(200);
    }
    admin().get(WORKSPACES);
    admin().get(WORKSPACES + "/" + id);
    admin().get("/v1/ledger?workspace_id=" + id);
    admin().get("/v1/me");
    admin().post(WORKSPACES + "/" + id + "/verify");
    admin().body("{\"reason\":\"away\"}").post(WORKSPACES + "/" + id + "/suspend");
    admin().post(WORKSPACES + "/" + id + "/resume");
  }

  /** The first answer shows a new key once, and is the only one that is not looked through. */
  private void usedForKeys(String id) {
    String keys = WORKSPACES + "/" + id + "/api-keys";
    Response shown = key(unheard(), "shown", "").post(keys);
    assertThat(shown.statusCode()).isEqualTo(201);
    made.add(new Secret("a key that was shown once", shown.path("key")));
    assertThat(key(admin(), "shown", "").post(keys).header("Idempotency-Replayed"))
        .isEqualTo("true");
    assertThat(key(admin(), "sent", ",\"deliver_to\":\"vault\"").post(keys).statusCode())
        .isEqualTo(201);
    made.add(new Secret("a key that was delivered", Vendor.valueOf(acme, "sent")));
    misbehave(acme, "\"match\":{\"method\":\"POST\"},\"drop_after_write\":true");
    assertThat(key(admin(), "lost", "").post(keys).statusCode()).isEqualTo(504);
    made.add(new Secret("a key whose value was lost", Vendor.valueOf(acme, "lost")));
    misbehave(acme, "\"match\":{\"method\":\"POST\"}");
    keysAreLookedAtAndRevoked(keys, id, shown.path("id"));
  }

  private void keysAreLookedAtAndRevoked(String keys, String id, String shown) {
    for (Secret secret : made) {
      for (String field : List.of("profile", "deliver_to")) {
        admin().body("{\"name\":\"n\",\"%s\":\"%s\"}".formatted(field, secret.value())).post(keys);
      }
      admin().body("{\"name\":\"n\",\"scopes\":[\"%s\"]}".formatted(secret.value())).post(keys);
    }
    assertThat(admin().get(keys).statusCode()).isEqualTo(200);
    admin().get(keys + "/" + shown);
    for (String format : List.of("json", "ndjson", "csv")) {
      admin().get("/v1/api-keys?format=" + format + "&workspace_id=" + id);
    }
    assertThat(admin().delete(keys + "/" + shown).statusCode()).isEqualTo(204);
    String changes = "/v1/change-sets?workspace_id=" + id;
    List<String> sets = admin().get(changes).path("items.id");
    assertThat(sets).isNotEmpty();
    sets.forEach(set -> admin().get("/v1/change-sets/" + set + "/changes"));
  }

  /** One set comes about and is undone; of the other one the answer is lost. */
  private void usedForKeysOfManyWorkspaces(String id) {
    String done = applied(id, "many");
    made.add(new Secret("a key that was made among many", Vendor.valueOf(acme, "many")));
    shown(done);
    misbehave(acme, "\"match\":{\"method\":\"POST\"},\"drop_after_write\":true");
    String lost = applied(id, "many, lost");
    misbehave(acme, "\"match\":{\"method\":\"POST\"}");
    made.add(new Secret("one that was lost among many", Vendor.valueOf(acme, "many, lost")));
    shown(lost);
    admin().get("/v1/change-sets/" + done + "/events");
    assertThat(admin().post("/v1/change-sets/" + done + "/undo").statusCode()).isEqualTo(201);
    for (Secret secret : made) {
      admin()
          .contentType("text/csv")
          .body("workspace,name,scopes\r\n%s,n,%s".formatted(id, secret.value()))
          .post("/v1/change-sets?kind=key_create");
    }
  }

  private String applied(String id, String name) {
    Response planned =
        admin()
            .body(
                "{\"kind\":\"key_create\",\"rows\":[{\"workspace\":\"%s\",\"name\":\"%s\",\"profile\":\"analytics\"}]}"
                    .formatted(id, name))
            .post("/v1/change-sets");
    assertThat(planned.statusCode()).isEqualTo(201);
    String set = planned.path("id");
    String digest = "{\"digest\":\"%s\"}".formatted(planned.<String>path("digest"));
    assertThat(admin().body(digest).post("/v1/change-sets/" + set + "/apply").statusCode())
        .isEqualTo(202);
    work.workOff();
    return set;
  }

  private void shown(String set) {
    admin().get("/v1/change-sets/" + set);
    for (String format : List.of("json", "ndjson", "csv")) {
      admin().get("/v1/change-sets/" + set + "/changes?format=" + format);
    }
  }

  private RequestSpecification key(RequestSpecification who, String name, String more) {
    return who.header("Idempotency-Key", "canary-" + name + acme.id())
        .body("{\"name\":\"%s\",\"profile\":\"analytics\"%s}".formatted(name, more));
  }

  private void exchangedWronglyAndRightly(String id) {
    String credential = WORKSPACES + "/" + id + "/credential";
    for (Secret wrong : List.of(refused, foreign)) {
      admin().body(credential(wrong.value())).put(credential);
    }
    assertThat(admin().body(credential(second.value())).put(credential).statusCode())
        .isEqualTo(200);
  }

  private void usedWhileInstantlyRepeatsIt(String id, int status) {
    String words = "Bearer " + second.value() + " and " + first.value() + WORDS;
    misbehave(acme, "\"fail\":{\"status\":%d,\"message\":\"%s\"}".formatted(status, words));
    use(id);
    misbehave(acme, "");
    admin().post(WORKSPACES + "/" + id + "/verify");
  }

  private void usedWhileInstantlySaysOnlyThat(String id) {
    misbehave(acme, "\"fail\":{\"status\":200,\"body\":\"" + second.value() + "\"}");
    use(id);
    misbehave(acme, "");
  }

  private void use(String id) {
    String members = WORKSPACES + "/" + id + "/members";
    admin().get(members);
    admin()
        .body("{\"email\":\"%s@acme.example\",\"role\":\"view\"}".formatted(UUID.randomUUID()))
        .post(members);
    admin().get("/v1/members?deadline=PT2S&workspace_id=" + id);
    admin().get(WORKSPACES + "/" + id);
  }

  /** Only the fleet: others would wait until Instantly's rate limit is over. */
  private void usedWhileInstantlyIsBusy(String id) {
    misbehave(acme, "\"fail\":{\"status\":429,\"message\":\"" + second.value() + "\"}");
    admin().get("/v1/members?deadline=PT1S&workspace_id=" + id);
    misbehave(acme, "");
  }

  private void forgotten(String id) {
    admin().delete(WORKSPACES + "/" + id);
    assertThat(admin().delete(WORKSPACES + "/" + id + "?leave_key=true").statusCode())
        .isEqualTo(204);
    admin().get("/v1/ledger?workspace_id=" + id);
  }

  private void assertThatTheSearchFindsWhatIsThere(
      String id, String log, Map<String, String> tables) {
    var name = new Secret("the workspace", id);
    assertThat(name.in("the log", log)).isPresent();
    assertThat(name.in("the answers", answers.text())).isPresent();
    assertThat(tables).containsKeys("public.workspace", "public.ledger_entry");
    assertThat(name.in("the ledger", tables.get("public.ledger_entry"))).isPresent();
    assertThat(answers.text()).contains("sha256:", "UPSTREAM_ERROR", WORDS);
    assertThat(given().get(metrics).asString()).contains("steward_");
  }

  private List<String> inFiles(Secret secret) throws IOException {
    try (Stream<Path> files = Files.walk(custody.local().directory())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> secret.in(file.toString(), text(file)))
          .flatMap(Optional::stream)
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return ""; // another test's workspace was forgotten meanwhile
    }
  }

  private static void misbehave(SandboxWorkspace workspace, String how) {
    SandboxControl.behaviour(
        "{\"workspace_id\":\"" + workspace.id() + "\"" + (how.isEmpty() ? "" : "," + how) + "}");
  }

  private void send(String body) {
    admin().body(body).post(WORKSPACES);
  }

  private static String ownKey(String key) {
    return "{\"credential\":" + credential(key) + "}";
  }

  private static String credential(String key) {
    return "{\"mode\":\"own_key\",\"api_key\":\"" + key + "\"}";
  }

  private RequestSpecification admin() {
    return unheard().filter(answers);
  }

  private static RequestSpecification unheard() {
    return given()
        .header("Authorization", Tokens.bearer("ann", "agency-admin"))
        .contentType("application/json");
  }
}
