package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The control surface, on a sandbox of its own that each test empties. */
class ControlTest {
  private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.onPort(0));
  private static final Box BOX = new Box(SANDBOX.url());

  @BeforeEach
  void reset() {
    assertThat(BOX.control("POST", "reset", "").status()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  private static List<JsonNode> lines(long after) {
    return BOX.control("GET", "journal?after=" + after, "")
        .raw()
        .body()
        .lines()
        .map(Reply::json)
        .toList();
  }

  @Test
  void aWorkspaceGetsAnOwnerWhereNoneIsGiven() {
    Instantly made = BOX.workspace("{'members':[{'email':'a@a.example','role':'view'}]}");

    assertThat(made.get("workspace-members").items("role")).containsExactly("owner", "view");
    assertThat(made.get("workspace-members").items("accepted")).containsOnly("true");
  }

  @Test
  void aFleetIsNumberedAndHasTheSamePeopleEverywhere() {
    JsonNode fleet =
        BOX.control("POST", "fleet", "{'workspaces':3,'members':5,'prefix':'acme'}").json();
    assertThat(fleet).hasSize(3);
    Instantly second = BOX.client(fleet.get(1));

    assertThat(second.get("workspaces/current").text("name")).isEqualTo("acme1");
    Reply people = second.get("workspace-members");
    assertThat(people.items("email"))
        .containsExactly(
            "m0@acme.example",
            "m1@acme.example",
            "m2@acme.example",
            "m3@acme.example",
            "m4@acme.example");
    assertThat(people.items("role")).containsExactly("owner", "admin", "admin", "view", "view");
    assertThat(people.items("accepted")).containsOnly("true");
    assertThat(people.items("user_id"))
        .isEqualTo(BOX.client(fleet.get(2)).get("workspace-members").items("user_id"));
  }

  @Test
  void aFixedFleetIsAsItWasOnceItIsFoundedAgain() {
    String fixed = "{'workspaces':2,'members':4,'prefix':'fixed','fixed':true}";
    JsonNode fleet = BOX.control("POST", "fleet", fixed).json();
    Instantly second = BOX.client(fleet.get(1));
    List<String> ids = second.get("workspace-members").items("id");
    second.delete("workspace-members/" + ids.getLast());

    JsonNode again = BOX.control("POST", "fleet", fixed).json();

    assertThat(again).isEqualTo(fleet);
    assertThat(second.get("workspace-members").items("id")).isEqualTo(ids).isSorted();
  }

  @Test
  void theListOfWorkspacesTellsIdsNamesAndKeys() {
    Instantly made = BOX.workspace("{'name':'One'}");

    JsonNode list = BOX.control("GET", "workspaces", "").json();

    assertThat(list).hasSize(1);
    assertThat(list.at("/0/workspace_id").textValue()).isEqualTo(made.workspace());
    assertThat(list.at("/0/name").textValue()).isEqualTo("One");
    assertThat(list.at("/0/api_key").textValue()).isEqualTo(made.key());
  }

  @Test
  void aSeedFillsAWorkspace() {
    Instantly sub = BOX.workspace("{}");
    JsonNode made =
        BOX.control(
                "POST",
                "workspaces",
                "{'tags':['a','b'],'campaigns':3,'accounts':2,'audit_logs':4,"
                    + "'api_keys':[{'name':'narrow','scopes':['leads:read']}],"
                    + "'group_admin_of':['%s']}".formatted(sub.workspace()))
            .json();
    Instantly client = BOX.client(made);

    assertThat(client.get("custom-tags").items("label")).containsExactly("a", "b");
    assertThat(client.get("campaigns").items("id")).hasSize(3);
    assertThat(client.get("accounts").items("email")).hasSize(2);
    assertThat(client.get("audit-logs").items("id")).hasSize(4);
    assertThat(made.at("/api_keys/0/scopes/0").textValue()).isEqualTo("leads:read");
    assertThat(client.get("workspace-group-members").items("status")).containsExactly("accepted");
    assertThat(client.get("workspaces/current", "x-as-workspace", sub.workspace()).text("id"))
        .isEqualTo(sub.workspace());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | workspaces | {~nme~:~x~} | body must NOT have additional properties",
        "POST | workspaces | {~members~:[{~email~:~x~,~role~:~view~}]} | body/members/0/email",
        "POST | workspaces | {~members~:[{~email~:~x@a.example~,~role~:~boss~}]} | body/members/0/role",
        "POST | workspaces | {~campaigns~:-1} | body/campaigns must be >= 0",
        "POST | workspaces | {~group_admin_of~:[~x~]} | body/group_admin_of/0 must match format \"uuid\"",
        "POST | workspaces | {~group_admin_of~:[~01a213dc-0000-7000-8000-000000000000~]} | body/group_admin_of: no workspace",
        "POST | workspaces | {~members~:[{~email~:~x@a.example~,~role~:~view~,~timestamp_created~:~soon~}]} | date-time",
        "POST | workspaces | nonsense | not valid JSON",
        "POST | fleet | {~workspaces~:1,~members~:1} | required property ~prefix~",
        "POST | fleet | {~workspaces~:0,~members~:1,~prefix~:~a~} | body/workspaces must be >= 1",
        "POST | fleet | {~workspaces~:1,~members~:1,~prefix~:~A b~} | body/prefix",
        "POST | fleet | {~workspaces~:100000,~members~:100000,~prefix~:~a~} | more than 2000000 members",
        "PUT | behaviour | [] | body must be object",
        "PUT | behaviour | {~hangs~:true} | additional properties",
        "PUT | behaviour | {~workspace_id~:~x~} | body/workspace_id",
        "PUT | behaviour | {~latency~:{~p99_ms~:5}} | required property ~median_ms~",
        "PUT | behaviour | {~latency~:{~median_ms~:-5}} | body/latency/median_ms must be >= 0",
        "PUT | behaviour | {~fail~:{~rate~:1}} | required property ~status~",
        "PUT | behaviour | {~fail~:{~status~:99}} | body/fail/status must be >= 200",
        "PUT | behaviour | {~fail~:{~status~:500,~rate~:2}} | body/fail/rate must be <= 1",
        "PUT | behaviour | {~list_only_part~:7} | body/list_only_part must be <= 1",
        "PUT | behaviour | {~wrong_identity~:~x~} | body/wrong_identity",
        "PUT | behaviour | {~key_values~:~none~} | body/key_values must be equal to one of",
        "PUT | behaviour | {~scope_status~:500} | body/scope_status",
        "PUT | behaviour | {~match~:{~path~:~a b~},~hang~:true} | body/match/path",
        "PUT | behaviour | {~match~:{~method~:~*~},~hang~:true} | body/match/method",
        "GET | journal?after=x | | after must be the seq",
      })
  void aWrongBodyIsA400ThatSaysWhatIsWrong(
      String method, String path, String body, String message) {
    Reply reply = BOX.control(method, path, body == null ? "" : body.replace('~', '"'));

    assertThat(reply.status()).as(reply.raw().body()).isEqualTo(400);
    assertThat(reply.message()).contains(message.replace('~', '\''));
  }

  @ParameterizedTest
  @CsvSource({
    "GET,nothing",
    "POST,workspaces/x/sec",
    "PATCH,workspaces/x",
    "POST,group-links/x/accept",
    "POST,workspaces/x/members/y/accept",
    "DELETE,workspaces/x",
  })
  void whatDoesNotExistIs404(String method, String path) {
    assertThat(BOX.control(method, path, method.equals("PATCH") ? "{}" : "").status())
        .isEqualTo(404);
  }

  @Test
  void anEmptyRuleClearsAll() {
    Instantly made = BOX.workspace("{}").lenient();
    made.behave("'fail':{'status':500}");
    BOX.behave("{'match':{'method':'GET'},'scope_status':403}");
    assertThat(BOX.control("GET", "behaviour", "").json()).hasSize(2);

    BOX.behave("{}");

    assertThat(BOX.control("GET", "behaviour", "").json()).isEmpty();
    assertThat(made.get("accounts").status()).isEqualTo(200);
  }

  @Test
  void aRuleOfAWorkspaceBeatsOneOfAllAndTheRestOverlays() {
    Instantly one = BOX.workspace("{}").lenient();
    Instantly other = BOX.workspace("{}").lenient();
    BOX.behave("{'fail':{'status':500}}");
    one.behave("'fail':{'status':503}");

    assertThat(one.get("accounts").status()).isEqualTo(503);
    assertThat(other.get("accounts").status()).isEqualTo(500);
  }

  @Test
  void theJournalHasOneLineForEachRequestInTheOrderOfTheAnswers() {
    Instantly made = BOX.workspace("{}");
    made.get("accounts?limit=5");
    made.invite("eve@c.example", "view");

    List<JsonNode> lines = lines(0);

    assertThat(lines).extracting(line -> line.get("seq").longValue()).containsExactly(1L, 2L);
    assertThat(lines.getFirst().properties())
        .extracting(Map.Entry::getKey)
        .containsExactly(
            "seq",
            "at_ms",
            "workspace_id",
            "key_id",
            "method",
            "path",
            "status",
            "latency_ms",
            "limited");
    assertThat(lines.getFirst().get("path").textValue()).isEqualTo("/api/v2/accounts");
    assertThat(lines.getFirst().get("key_id").textValue())
        .isEqualTo(made.get("api-keys").items("id").getFirst());
    assertThat(lines(1)).extracting(line -> line.get("method").textValue()).startsWith("POST");
  }

  @Test
  void aKeyThatNobodyHasIsInTheJournalToo() {
    BOX.workspace("{}").with("nobody's").get("accounts");

    assertThat(lines(0).getLast().get("status").intValue()).isEqualTo(401);
    assertThat(lines(0).getLast().get("workspace_id").isNull()).isTrue();
  }

  @Test
  void aLongJournalComesWhole() {
    JsonNode fleet =
        BOX.control("POST", "fleet", "{'workspaces':60,'members':1,'prefix':'a'}").json();
    for (JsonNode one : fleet) {
      Instantly client = BOX.client(one).lenient();
      for (int i = 0; i < 50; i++) {
        client.get("accounts");
      }
    }

    assertThat(lines(0)).hasSize(3000);
    assertThat(lines(2999)).hasSize(1);
  }

  @Test
  void resetLeavesNothing() {
    Instantly made = BOX.workspace("{}");
    made.behave("'scope_status':403");
    made.get("accounts");

    BOX.control("POST", "reset", "");

    assertThat(BOX.control("GET", "workspaces", "").json()).isEmpty();
    assertThat(BOX.control("GET", "behaviour", "").json()).isEmpty();
    assertThat(lines(0)).isEmpty();
    assertThat(made.get("accounts").status()).isEqualTo(401);
  }
}
