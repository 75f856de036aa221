package agency.steward.instantly;

import static agency.steward.instantly.Upstream.json;
import static agency.steward.instantly.Upstream.text;
import static java.lang.Thread.State.TIMED_WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import agency.steward.instantly.wire.Last;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundWorkspaceTest {
  private static final String VALUE =
      "bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbg==";
  private static final String NEW_KEY =
      "{\"id\":\"k1\",\"name\":\"bot\",\"organization_id\":\"iw-1\",\"key\":\"" + VALUE + "\"}";

  @RegisterExtension final Served served = new Served();

  private Upstream upstream;
  private InstantlyWorkspace bound;

  @BeforeEach
  void aWorkspace() {
    upstream = served.upstream().on("GET /workspaces/current", json("{\"id\":\"iw-1\"}"));
    Workspace workspace = served.client().own("iw-1", Client.KEY);
    bound = served.client().in(workspace);
  }

  @Test
  void aNewKeyIsHandedOverOnceAndIsNotInTheObject() {
    upstream.on("POST /api-keys", json(NEW_KEY));

    NewKey created = bound.createKey("bot", List.of("leads:read"));

    assertThat(created.value().reveal()).isEqualTo(VALUE);
    assertThat(created.object().path("fingerprint").asText())
        .isEqualTo(created.value().fingerprint());
    assertThat(created.object().has("key")).isFalse();
    assertThat(created).asString().doesNotContain(VALUE);
    assertThat(upstream.seen().getLast().body())
        .isEqualTo("{\"name\":\"bot\",\"scopes\":[\"leads:read\"]}");
  }

  @Test
  void aNewKeyWithoutItsValueMayNeverthelessExist() {
    upstream.on("POST /api-keys", json("{\"id\":\"k1\"}"));

    InstantlyException failure =
        catchThrowableOfType(
            InstantlyException.class, () -> bound.createKey("bot", List.of("leads:read")));

    assertThat(failure.problem().code()).isEqualTo(ProblemCode.UPSTREAM_INVALID);
    assertThat(failure.mayHaveHappened()).isTrue();
  }

  @Test
  void aKeyCannotBeCreatedWhereItsValueWouldBeLost() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();

    assertThatThrownBy(() -> bound.post("/api-keys", body))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noOtherAnswerAboutKeysHasTheValue() {
    upstream
        .on("GET /api-keys", json("{\"items\":[" + NEW_KEY + "]}"))
        .on("DELETE /api-keys/k1", json(NEW_KEY));

    List<ObjectNode> listed = bound.list(Listing.API_KEYS, Map.of());
    List<ObjectNode> walked = bound.walk(Listing.API_KEYS, Map.of()).toList();
    ObjectNode deleted = bound.delete(Listing.API_KEYS.one("k1"));

    assertThat(listed).isEqualTo(walked).containsExactly(deleted);
    assertThat(deleted.toString()).doesNotContain(VALUE).contains("sha256:");
  }

  @Test
  void aMaskedKeyHasNoFingerprintThatCouldBeCompared() {
    upstream.on(
        "GET /api-keys", json("{\"items\":[{\"id\":\"k1\",\"key\":\"bmV3****************\"}]}"));

    assertThat(bound.list(Listing.API_KEYS, Map.of()).getFirst()).hasToString("{\"id\":\"k1\"}");
  }

  @Test
  void theHeadersOfWebhooksAreSecretsToo() {
    upstream.on(
        "GET /webhooks",
        json("{\"items\":[{\"id\":\"w1\",\"headers\":{\"X-Auth\":\"hush\"}},{\"id\":\"w2\"}]}"));

    assertThat(bound.list(Listing.WEBHOOKS, Map.of()).getFirst().at("/headers/X-Auth").asText())
        .startsWith("sha256:");
  }

  @Test
  void aWalkFetchesOnlyWhatIsTaken() {
    String page = "{\"items\":[{\"id\":\"%s\"}],\"next_starting_after\":\"%s\"}";
    upstream.on(
        "GET /workspace-members", json(page.formatted("a", "1")), json(page.formatted("b", "2")));

    assertThat(bound.walk(Listing.MEMBERS, Map.of()).findFirst()).isPresent();
    assertThat(upstream.seen()).hasSize(1);
    assertThat(bound.walk(Listing.MEMBERS, Map.of()).limit(1)).hasSize(1);
    assertThat(upstream.seen()).hasSize(2);
  }

  @Test
  void cursorsAndSearchesAreEncoded() {
    upstream.on(
        "GET /accounts",
        json("{\"items\":[{\"email\":\"a\"}],\"next_starting_after\":\"2026&a+b@x.y\"}"),
        json("{\"items\":[]}"));

    bound.list(Listing.ACCOUNTS, Map.of("search", "ä /?#%"));

    assertThat(upstream.calls())
        .containsExactly(
            "GET /accounts?limit=100&search=%C3%A4%20%2F%3F%23%25",
            "GET /accounts?limit=100&search=%C3%A4%20%2F%3F%23%25&starting_after=2026%26a%2Bb%40x.y");
  }

  @Test
  void auditLogsComeAThousandAtATime() {
    upstream.on("GET /audit-logs", json("{\"items\":[]}"));

    bound.list(Listing.AUDIT_LOGS, Map.of());

    assertThat(upstream.calls()).containsExactly("GET /audit-logs?limit=1000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"..", ".", "", "a/b", "a%2Fb", "a\u0000b", "a?b", "a#b", "mémber", "ｍ1", "a b"})
  void whatCanBeNoIdIsNotAskedFor(String id) {
    assertThatThrownBy(() -> Listing.MEMBERS.one(id))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.NOT_FOUND_IN_WORKSPACE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/workspace-members/..", "/a/../b", "//a", "/a/", "a"})
  void aPathThatLeadsElsewhereIsNotAskedFor(String path) {
    assertThatThrownBy(() -> bound.get(path)).isInstanceOf(InstantlyException.class);
    assertThat(upstream.seen()).isEmpty();
  }

  @Test
  void whatIsNotPlainInAPathIsEncoded() {
    upstream.on("GET /things/a%25b%3Fc%00", json("{\"id\":\"x\"}"));

    assertThat(bound.get("/things/a%b?c\u0000").path("id").asText()).isEqualTo("x");
  }

  @Test
  void aDeletionWithoutAnAnswerIsOne() {
    upstream.on("DELETE /things/x", text(204, ""));

    assertThat(bound.delete("/things/x").isEmpty()).isTrue();
  }

  private static String page(String id, int bytes) {
    return "{\"items\":[{\"id\":\"%s%s\",\"workspace_id\":\"iw-1\"}]}"
        .formatted(id, "m".repeat(bytes));
  }

  /** All of those that go on whatever the others hold. */
  private static List<Gathering.Part> ahead(Gathering gathering) {
    var ahead = new ArrayList<Gathering.Part>();
    for (int i = 0; i < Gathering.AHEAD; i++) {
      Gathering.Part each = gathering.part();
      each.grow(1, Duration.ZERO);
      ahead.add(each);
    }
    return ahead;
  }

  @Test
  void aPageLargerThanThereIsRoomForIsAskedForAgainOnceThereIs() throws Exception {
    // Given
    upstream.on("GET /workspace-members", json(page("m1", 30_000)));
    var most = new AtomicLong();
    var gathering = new Gathering(most::get);
    List<Gathering.Part> others = ahead(gathering);
    most.set(40_000);
    InstantlyWorkspace within = bound.within(gathering.part());
    var list = new FutureTask<>(() -> within.items(Listing.MEMBERS, Map.of(), Set.of()));

    // When
    Thread thread = Thread.ofVirtual().start(list);
    await().until(() -> upstream.seen().size() == 1 && thread.getState() == TIMED_WAITING);
    await().until(() -> gathering.held() == Gathering.AHEAD);
    others.getFirst().close();

    // Then
    assertThat(list.get()).hasSize(1);
    assertThat(upstream.seen()).hasSize(2);
    assertThat(gathering.held()).isGreaterThan(90_000);
  }

  @Test
  void aListForWhichThereIsNoRoomUntilTheDeadlineIsNotAskedFor() throws Exception {
    // Given
    var gathering = new Gathering(() -> 0);
    List<Gathering.Part> others = ahead(gathering);
    Workspace workspace = served.client().own("iw-1", Client.KEY);
    InstantlyWorkspace within =
        served.client().in(workspace, Duration.ofMillis(50)).within(gathering.part());

    // When
    InstantlyException failure =
        catchThrowableOfType(
            InstantlyException.class, () -> within.list(Listing.MEMBERS, Map.of()));

    // Then
    assertThat(failure.problem().code()).isEqualTo(ProblemCode.UPSTREAM_TIMEOUT);
    assertThat(upstream.seen()).isEmpty();
    assertThat(gathering.held()).isEqualTo(others.size());
  }

  @Test
  void aListThatHasBeenReadCountsAsWhatWasMadeOfItAndNoLongerAsWhatCame() {
    upstream.on("GET /workspace-members", json(page("m1", 300_000)));
    var gathering = new Gathering(() -> 10_000_000);
    var held = new ArrayList<Double>();

    Last.keptDuring(() -> {
      bound.list(Listing.MEMBERS, Map.of());
      held.add(bodies());
      bound.within(gathering.part()).list(Listing.MEMBERS, Map.of());
      held.add(bodies());
    });

    assertThat(held.getFirst()).isGreaterThan(300_000);
    assertThat(held.getLast()).isZero();
    assertThat(gathering.held()).isGreaterThan(900_000);
  }

  private double bodies() {
    return served.client().meters.get("steward.instantly.bodies.held").gauge().value();
  }
}
