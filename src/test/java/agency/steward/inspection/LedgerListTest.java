package agency.steward.inspection;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import agency.steward.ledger.Actor;
import agency.steward.ledger.CanonicalJson;
import agency.steward.ledger.Ledger;
import agency.steward.ledger.LedgerEntry;
import agency.steward.testing.Granted;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.WorkspaceRegistry;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@QuarkusTestResource(TokensResource.class)
class LedgerListTest {
  private static final String AUDITOR = Tokens.bearer("aud", "agency-auditor");

  private final String unique = UUID.randomUUID().toString();
  private final Actor actor = Actor.of("sub:act-" + unique, List.of("agency-admin"));

  @Inject Ledger ledger;
  @Inject Registered registered;
  @Inject Granted granted;
  @Inject WorkspaceRegistry registry;

  @Test
  void anEntryGoesOutAsItWasHashed() {
    Workspace workspace = workspace(Map.of());
    append(
        LedgerEntry.of(actor, "test.full")
            .in(workspace.id())
            .because(Optional.of("a reason"))
            .asked(Optional.of("r-" + unique))
            .with(JsonNodeFactory.instance.objectNode().put("n", 1)));

    ledger(AUDITOR, Map.of("workspace_id", workspace.id()))
        .body("items.size()", equalTo(1))
        .body("items[0].actor.principal", equalTo("sub:act-" + unique))
        .body("items[0].actor.roles", contains("agency-admin"))
        .body("items[0].action", equalTo("test.full"))
        .body("items[0].workspace_id", equalTo(workspace.id().toString()))
        .body("items[0].reason", equalTo("a reason"))
        .body("items[0].request_id", equalTo("r-" + unique))
        .body("items[0].facts.n", equalTo(1));
  }

  @Test
  void theChainCanBeFollowedFromOutside() throws Exception {
    Instant start = Instant.now();
    for (int i = 0; i < 4; i++) {
      append(LedgerEntry.of(actor, "test.chain"));
    }

    String text =
        given()
            .header("Authorization", AUDITOR)
            .queryParam("since", start.toString())
            .accept("application/x-ndjson")
            .get("/v1/ledger")
            .then()
            .statusCode(200)
            .contentType("application/x-ndjson")
            .extract()
            .asString();

    List<ObjectNode> entries = new ArrayList<>();
    for (String line : text.lines().toList()) {
      entries.add((ObjectNode) new ObjectMapper().readTree(line));
    }
    assertThat(entries).hasSizeGreaterThanOrEqualTo(4);
    String before = entries.getFirst().remove("hash").asText();
    for (ObjectNode entry : entries.subList(1, entries.size())) {
      String hash = entry.remove("hash").asText();
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(HexFormat.of().parseHex(before.substring("sha256:".length())));
      String follows = HexFormat.of().formatHex(sha.digest(CanonicalJson.bytes(entry)));
      assertThat("sha256:" + follows).isEqualTo(hash);
      before = hash;
    }
  }

  @Test
  void filtersNarrowItDown() {
    Workspace workspace = workspace(Map.of());
    append(LedgerEntry.of(actor, "test.one-" + unique).in(workspace.id()));
    append(LedgerEntry.of(actor, "test.two-" + unique));
    append(LedgerEntry.of(Actor.STEWARD, "test.two-" + unique));

    assertActions(Map.of("actor", actor.principal()), "test.one-" + unique, "test.two-" + unique);
    assertActions(Map.of("workspace_id", workspace.id()), "test.one-" + unique);
    assertActions(
        Map.of("action", "test.two-" + unique), "test.two-" + unique, "test.two-" + unique);
    assertActions(Map.of("action", "test.two-" + unique, "actor", "steward"), "test.two-" + unique);
    assertActions(
        Map.of("actor", actor.principal(), "since", Instant.now().plusSeconds(5).toString()));
    assertActions(
        Map.of("actor", actor.principal(), "since", Instant.now().minusSeconds(60).toString()),
        "test.one-" + unique,
        "test.two-" + unique);
  }

  @Test
  void aChangeSetsEntriesAreFoundByItsId() {
    UUID set = UUID.randomUUID();
    append(LedgerEntry.of(actor, "test.plan").of(set));
    append(LedgerEntry.of(actor, "test.other").of(UUID.randomUUID()));
    append(LedgerEntry.of(actor, "test.apply").of(set));

    assertActions(Map.of("change_set_id", set), "test.plan", "test.apply");
    given()
        .header("Authorization", AUDITOR)
        .get("/v1/ledger?change_set_id=7")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"));
  }

  private static void assertActions(Map<String, ?> filter, String... actions) {
    List<String> found = ledger(AUDITOR, filter).extract().path("items.action");
    assertThat(found).containsExactly(actions);
  }

  @Test
  void itIsPagedInTheOrderOfTheChain() {
    for (int i = 0; i < 5; i++) {
      append(LedgerEntry.of(actor, "test.page" + i));
    }

    List<String> seen = new ArrayList<>();
    Optional<String> token = Optional.of("");
    while (token.isPresent()) {
      Map<String, Object> asked =
          token.get().isEmpty()
              ? Map.of("actor", actor.principal(), "page_size", 2)
              : Map.of("actor", actor.principal(), "page_size", 2, "page_token", token.get());
      var page = ledger(AUDITOR, asked).extract();
      seen.addAll(page.path("items.action"));
      token = Optional.ofNullable(page.path("next_page_token"));
    }

    assertThat(seen)
        .containsExactly("test.page0", "test.page1", "test.page2", "test.page3", "test.page4");
  }

  @Test
  void aHolderSeesWhatHappenedInTheWorkspacesOfTheGrantOnly() {
    Workspace byName = workspace(Map.of());
    Workspace byLabel = workspace(Map.of("client", "c-" + unique));
    Workspace unreadable = workspace(Map.of());
    Workspace foreign = workspace(Map.of());
    for (Workspace each : List.of(byName, byLabel, unreadable, foreign)) {
      append(LedgerEntry.of(actor, "test.seen").in(each.id()));
    }
    append(LedgerEntry.of(actor, "test.of-the-fleet"));
    granted.in("sub:sam-" + unique, "manager", byName);
    granted.where("sub:sam-" + unique, "admin", "client=c-" + unique);
    granted.in("sub:sam-" + unique, "viewer", unreadable);
    String sam = Tokens.bearer("sam-" + unique);

    ledger(sam, Map.of("actor", actor.principal()))
        .body(
            "items.workspace_id",
            containsInAnyOrder(byName.id().toString(), byLabel.id().toString()));
    ledger(sam, Map.of("workspace_id", foreign.id())).body("items", empty());
    ledger(sam, Map.of("workspace_id", UUID.randomUUID())).body("items", empty());
    ledger(sam, Map.of("workspace_id", byName.id())).body("items.size()", equalTo(1));
  }

  @Test
  void aForgottenWorkspaceKeepsItsEntries() {
    Workspace workspace = workspace(Map.of());
    granted.in("sub:sam-" + unique, "manager", workspace);
    append(LedgerEntry.of(actor, "test.before").in(workspace.id()));
    QuarkusTransaction.requiringNew().run(() -> registry.remove(workspace.id(), any -> true));

    ledger(AUDITOR, Map.of("workspace_id", workspace.id())).body("items.size()", equalTo(1));
    ledger(Tokens.bearer("sam-" + unique), Map.of("workspace_id", workspace.id()))
        .body("items.size()", equalTo(1));
  }

  @Test
  void csvHoldsEveryEntryAndNoFormula() {
    WorkspaceId workspace = workspace(Map.of()).id();
    append(
        LedgerEntry.of(actor, "test.csv")
            .in(workspace)
            .because(Optional.of("=HYPERLINK(\"https://evil.example\")"))
            .with(JsonNodeFactory.instance.objectNode().put("a", "b,\"c\"")));

    String text =
        given()
            .header("Authorization", AUDITOR)
            .queryParam("actor", actor.principal())
            .queryParam("format", "csv")
            .get("/v1/ledger")
            .then()
            .statusCode(200)
            .contentType(containsString("text/csv"))
            .extract()
            .asString();

    List<String> lines = text.lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .isEqualTo(
            "seq,at,principal,on_behalf_of,roles,action,workspace_id,change_set_id,reason,"
                + "request_id,facts,hash");
    assertThat(lines.getLast())
        .contains(",sub:act-" + unique + ",,agency-admin,test.csv," + workspace + ",,")
        .contains(",\"'=HYPERLINK(\"\"https://evil.example\"\")\",,")
        .contains("\"{\"\"a\"\":\"\"b,\\\"\"c\\\"\"\"\"}\",sha256:");
  }

  @Test
  void aStreamHoldsMoreThanOneBlock() {
    QuarkusTransaction.requiringNew()
        .run(() -> {
          for (int i = 0; i < 1_203; i++) {
            ledger.append(LedgerEntry.of(actor, "test.many"));
          }
        });

    byte[] body =
        given()
            .header("Authorization", AUDITOR)
            .queryParam("actor", actor.principal())
            .queryParam("format", "ndjson")
            .get("/v1/ledger")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();

    assertThat(new String(body, UTF_8).lines()).hasSize(1_203).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "agency-admin, 200, 200",
    "agency-auditor, 200, 200",
    "agency-approver, 403, 403",
    "agency-automation, 403, 403",
    "some-group, 403, 403"
  })
  void fleetRolesSeeAllOrNothing(String role, int list, int verify) {
    String bearer = Tokens.bearer("x", role);
    given().header("Authorization", bearer).get("/v1/ledger").then().statusCode(list);
    given().header("Authorization", bearer).get("/v1/ledger/verify").then().statusCode(verify);
  }

  @Test
  void aHolderMayReadEntriesButNotJudgeTheWholeChain() {
    granted.in("sub:sam-" + unique, "admin", workspace(Map.of()));
    given()
        .header("Authorization", Tokens.bearer("sam-" + unique))
        .get("/v1/ledger/verify")
        .then()
        .statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "since=yesterday",
        "since=2026-11-24",
        "since=%2B1000000000-12-31T23:59:59Z",
        "since=%2B999999999-12-31T23:59:59Z",
        "workspace_id=acme",
        "format=xml",
        "page_size=0"
      })
  void whatCannotBeMeantIsRefused(String query) {
    given()
        .urlEncodingEnabled(false)
        .header("Authorization", AUDITOR)
        .get("/v1/ledger?" + query)
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"))
        .body("errors.pointer", contains(query.substring(0, query.indexOf('='))));
  }

  private void append(LedgerEntry entry) {
    QuarkusTransaction.requiringNew().run(() -> ledger.append(entry));
  }

  private Workspace workspace(Map<String, String> labels) {
    return registered.onPaper("ledger-" + UUID.randomUUID(), labels);
  }

  private static ValidatableResponse ledger(String bearer, Map<String, ?> query) {
    var asked = given().header("Authorization", bearer);
    query.forEach((name, value) -> asked.queryParam(name, value.toString()));
    return asked.get("/v1/ledger").then().statusCode(200);
  }
}
