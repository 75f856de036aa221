package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The switchboard, for one workspace of the sandbox that all tests use. */
class BehaviourTest {
  private static final String EVE = "{'email':'eve@c.example','role':'view'}";
  private final Instantly instantly = Box.SHARED.workspace("{}").lenient();

  private List<String> emails() {
    return instantly.get("workspace-members").items("email");
  }

  @Test
  void latencyIsWaitedFor() {
    instantly.behave("'latency':{'median_ms':80}");

    instantly.get("workspaces/current");

    assertThat(instantly.journal().getLast().get("latency_ms").doubleValue()).isGreaterThan(79);
  }

  @Test
  void aFailureComesInsteadOfTheAnswerAndNothingIsDone() {
    instantly.behave("'match':{'method':'POST'},'fail':{'status':500,'rate':1}");

    Reply failed = instantly.post("workspace-members", EVE);

    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.text("error")).isEqualTo("Internal Server Error");
    assertThat(emails()).hasSize(1);
  }

  @Test
  void aFailureMayEndAfterSoManyTimes() {
    instantly.behave("'fail':{'status':503,'times':2,'retry_after':7}");

    assertThat(instantly.get("accounts").header("Retry-After")).isEqualTo("7");
    assertThat(instantly.get("accounts").status()).isEqualTo(503);
    assertThat(instantly.get("accounts").status()).isEqualTo(200);
  }

  @Test
  void aFailureMayStrikeOnlyAPart() {
    instantly.behave(
        "'fail':{'status':500,'rate':0.5},'limits':{'per_second':500,'per_minute':500}");
    int failed = 0;
    for (int i = 0; i < 100; i++) {
      failed += instantly.get("accounts").status() == 500 ? 1 : 0;
    }
    assertThat(failed).isBetween(25, 75);
  }

  @Test
  void aFailureMayComeAfterTheWrite() {
    instantly.behave("'match':{'method':'POST'},'fail':{'status':502,'after_write':true}");

    assertThat(instantly.post("workspace-members", EVE).status()).isEqualTo(502);

    assertThat(emails()).contains("eve@c.example");
  }

  @Test
  void aFailureMayHaveBodyTypeAndHeadersOfItsOwn() {
    instantly.behave(
        "'fail':{'status':302,'body':'over there','content_type':'text/plain',"
            + "'headers':{'Location':'http://127.0.0.1:1/'}}");

    Reply failed = instantly.get("accounts");

    assertThat(failed.raw().body()).isEqualTo("over there");
    assertThat(failed.header("Content-Type")).isEqualTo("text/plain");
    assertThat(failed.header("Location")).isEqualTo("http://127.0.0.1:1/");
  }

  @Test
  void retryAfterMayBeADate() {
    instantly.behave("'fail':{'status':429,'retry_after':'Wed, 25 Nov 2026 17:00:00 GMT'}");

    assertThat(instantly.get("accounts").header("Retry-After"))
        .isEqualTo("Wed, 25 Nov 2026 17:00:00 GMT");
    assertThat(instantly.journal().getLast().get("limited").booleanValue()).isFalse();
  }

  @Test
  void garbageMayBeAPageForPeople() {
    instantly.behave("'fail':{'status':403,'garbage':'html'}");

    assertThat(instantly.get("accounts").header("Content-Type")).startsWith("text/html");
    assertThat(instantly.get("accounts").raw().body()).startsWith("<html>");
  }

  @Test
  void garbageMayBeNothingOrHalfOfSomething() {
    instantly.behave("'fail':{'status':200,'garbage':'empty'}");
    assertThat(instantly.get("accounts").raw().body()).isEmpty();

    instantly.behave("'fail':{'status':200,'garbage':'broken','body':'{\\'items\\':[]}'}");

    assertThat(instantly.get("accounts").raw().body()).isEqualTo("{\"item");
  }

  @Test
  void garbageMayBeShorterThanItSays() {
    instantly.behave("'fail':{'status':200,'garbage':'truncated'}");

    assertThatThrownBy(() -> instantly.get("accounts")).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void garbageMayBeEnormous() {
    instantly.behave("'fail':{'status':200,'garbage':'oversized','bytes':9000000}");

    Reply reply = instantly.get("accounts");

    assertThat(reply.raw().body()).hasSize(9_000_000);
    assertThat(reply.json().get("items").isEmpty()).isTrue();
  }

  @Test
  void garbageMayDrip() {
    instantly.behave("'fail':{'status':200,'garbage':'drip','body':'drip-drop'}");
    long began = System.nanoTime();

    assertThat(instantly.get("accounts").raw().body()).isEqualTo("drip-drop");

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(600));
  }

  @Test
  void aHangNeverAnswersAndDoesNothing() {
    instantly.behave("'match':{'method':'POST'},'hang':true");

    assertThatThrownBy(
            () -> instantly.patiently(Duration.ofMillis(300), "POST", "workspace-members", EVE))
        .hasCauseInstanceOf(HttpTimeoutException.class);

    assertThat(emails()).hasSize(1);
    assertThat(instantly.journal())
        .anyMatch(line -> line.get("status").intValue() == 0)
        .anyMatch(line -> line.get("method").textValue().equals("POST"));
  }

  @Test
  void aHangMayEndAfterSoManyTimes() {
    instantly.behave("'hang':1");
    assertThatThrownBy(() -> instantly.patiently(Duration.ofMillis(300), "GET", "accounts", ""))
        .hasCauseInstanceOf(HttpTimeoutException.class);

    assertThat(instantly.get("accounts").status()).isEqualTo(200);
  }

  @Test
  void aWriteMayBeDoneAndItsAnswerLost() {
    instantly.behave("'drop_after_write':true");

    assertThatThrownBy(() -> instantly.post("workspace-members", EVE))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(emails()).contains("eve@c.example");
    assertThat(instantly.journal()).anyMatch(line -> line.get("status").intValue() == 0);
  }

  @Test
  void aWriteMayBeAcceptedWithoutEffect() {
    String eve = instantly.invite("eve@c.example", "view");
    instantly.behave("'accept_without_effect':true");

    assertThat(instantly.patch("workspace-members/" + eve, "{'role':'admin'}").text("role"))
        .isEqualTo("admin");
    assertThat(instantly.get("workspace-members/" + eve).text("role")).isEqualTo("view");
    assertThat(instantly.delete("workspace-members/" + eve).status()).isEqualTo(200);
    assertThat(instantly.get("workspace-members/" + eve).status()).isEqualTo(200);
    String key = instantly.post("api-keys", "{'name':'n','scopes':['all:all']}").text("key");
    assertThat(instantly.with(key).get("accounts").status()).isEqualTo(401);
    Instantly sub = Box.SHARED.workspace("{}");
    instantly.post(
        "workspace-group-members", "{'sub_workspace_id':'%s'}".formatted(sub.workspace()));
    assertThat(instantly.get("workspace-group-members").items("id")).isEmpty();
  }

  @Test
  void aWorkspaceMayClaimToBeAnother() {
    Instantly other = Box.SHARED.workspace("{'name':'Other'}");
    instantly.behave("'wrong_identity':'%s'".formatted(other.workspace()));
    assertThat(instantly.get("workspaces/current").text("name")).isEqualTo("Other");

    instantly.behave("'wrong_identity':true");

    assertThat(instantly.get("workspaces/current").text("id")).isNotEqualTo(instantly.workspace());
  }

  @Test
  void aPutTakesThePlaceOfTheRuleForTheSameMatch() {
    instantly.behave("'hang':true");
    instantly.behave("'scope_status':403");

    assertThat(instantly.get("accounts").status()).isEqualTo(200);
  }

  @Test
  void aRuleThatSaysNothingTakesTheRuleAway() {
    instantly.behave("'fail':{'status':500}");

    Box.SHARED.behave("{'workspace_id':'%s'}".formatted(instantly.workspace()));

    assertThat(instantly.get("accounts").status()).isEqualTo(200);
  }

  @Test
  void whatIsSaidOfAPathBeatsWhatIsSaidOfAllAndTheRestStillHolds() {
    instantly.behave("'fail':{'status':500},'retry_after':'seconds'");
    instantly.behave("'match':{'path':'/accounts'},'fail':{'status':503}");

    assertThat(instantly.get("accounts").status()).isEqualTo(503);
    assertThat(instantly.get("campaigns").status()).isEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/workspace-members/{id}",
        "/api/v2/workspace-members/{id}",
        "workspace-members/*",
        "/workspace-*"
      })
  void aPathMayHaveVariablesAndAStarAtItsEnd(String path) {
    String eve = instantly.invite("eve@c.example", "view");
    instantly.behave("'match':{'path':'%s'},'fail':{'status':500}".formatted(path));

    assertThat(instantly.get("workspace-members/" + eve).status()).isEqualTo(500);
    assertThat(instantly.get("accounts").status()).isEqualTo(200);
  }
}
