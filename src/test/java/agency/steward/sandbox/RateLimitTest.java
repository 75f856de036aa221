package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** facts.md 2, over HTTP, in a time that is moved by hand. */
class RateLimitTest {
  private static final HandClock CLOCK = new HandClock();
  private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.onPort(0).at(CLOCK));
  private static final Box BOX = new Box(SANDBOX.url());
  private static final String AS = "x-as-workspace";

  private final Instantly instantly = BOX.workspace("{}");

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @Test
  void aHundredCallsPassInAnySecondAndTheNextIs429() {
    spend(instantly, 100);

    Reply refused = instantly.get("workspaces/current");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.json())
        .isEqualTo(
            Reply.json(
                """
                {"statusCode":429,"error":"Too Many Requests","message":"Rate limit exceeded"}\
                """));
    CLOCK.pass(Duration.ofMillis(999));
    assertThat(instantly.get("workspaces/current").status()).isEqualTo(429);
    CLOCK.pass(Duration.ofMillis(1));
    assertThat(instantly.get("workspaces/current").status()).isEqualTo(200);
  }

  @Test
  void theSecondSlidesAndDoesNotStartAnew() {
    spend(instantly, 50);
    CLOCK.pass(Duration.ofMillis(600));
    spend(instantly, 50);
    CLOCK.pass(Duration.ofMillis(400));

    spend(instantly, 50);

    assertThat(instantly.get("workspaces/current").status()).isEqualTo(429);
  }

  @Test
  void sixThousandCallsPassInAnyMinute() {
    instantly.behave("'limits':{'per_second':40,'per_minute':100}");
    spend(instantly, 40);
    CLOCK.pass(Duration.ofSeconds(1));
    spend(instantly, 40);
    CLOCK.pass(Duration.ofSeconds(1));
    spend(instantly, 20);

    assertThat(instantly.get("workspaces/current").status()).isEqualTo(429);
    CLOCK.pass(Duration.ofSeconds(57));
    assertThat(instantly.get("workspaces/current").status()).isEqualTo(429);
    CLOCK.pass(Duration.ofSeconds(1));
    spend(instantly, 40);
  }

  @Test
  void allKeysOfAWorkspaceShareItsLimit() {
    String other = instantly.post("api-keys", "{'name':'b','scopes':['all:all']}").text("key");
    spend(instantly, 50);
    spend(instantly.with(other), 49);

    assertThat(instantly.get("workspaces/current").status()).isEqualTo(429);
    assertThat(instantly.with(other).get("workspaces/current").status()).isEqualTo(429);
  }

  @Test
  void workspacesDoNotShareALimit() {
    spend(instantly, 100);

    assertThat(BOX.workspace("{}").get("workspaces/current").status()).isEqualTo(200);
  }

  @Test
  void aCallWithoutTheScopeCountsToo() {
    Instantly narrow = BOX.scoped("campaigns:read");
    for (int i = 0; i < 100; i++) {
      assertThat(narrow.get("accounts").status()).isEqualTo(401);
    }

    assertThat(narrow.get("accounts").status()).isEqualTo(429);
  }

  @Test
  void aRefusedCallDoesNotCount() {
    spend(instantly, 100);
    for (int i = 0; i < 20; i++) {
      assertThat(instantly.get("workspaces/current").status()).isEqualTo(429);
    }
    CLOCK.pass(Duration.ofSeconds(1));

    spend(instantly, 100);
  }

  @Test
  void aRefusedWriteDoesNothing() {
    spend(instantly, 100);

    assertThat(instantly.post("custom-tags", "{'label':'never'}").status()).isEqualTo(429);

    CLOCK.pass(Duration.ofSeconds(1));
    assertThat(instantly.get("custom-tags").items("label")).isEmpty();
  }

  @Test
  void retryAfterIsAbsentUnlessAskedFor() {
    spend(instantly, 100);

    assertThat(instantly.get("workspaces/current").header("Retry-After")).isEmpty();
  }

  @Test
  void retryAfterComesInSecondsOrAsADate() {
    instantly.behave("'retry_after':'seconds'");
    spend(instantly, 100);
    assertThat(instantly.get("workspaces/current").header("Retry-After")).isEqualTo("1");

    instantly.behave("'retry_after':'date'");

    Instant date =
        ZonedDateTime.parse(
                instantly.get("workspaces/current").header("Retry-After"),
                DateTimeFormatter.RFC_1123_DATE_TIME)
            .toInstant();
    assertThat(Duration.between(CLOCK.instant(), date))
        .isBetween(Duration.ZERO, Duration.ofSeconds(1));
  }

  @Test
  void theJournalSaysWhoWasLimitedAndWhen() {
    spend(instantly, 100);
    instantly.get("workspaces/current");

    var last = instantly.journal().getLast();
    assertThat(last.get("limited").booleanValue()).isTrue();
    assertThat(last.get("status").intValue()).isEqualTo(429);
    assertThat(last.get("at_ms").longValue()).isEqualTo(CLOCK.millis());
    assertThat(instantly.journal().getFirst().get("limited").booleanValue()).isFalse();
  }

  @Test
  void aDelegatedCallIsChargedToBothUnlessToldOtherwise() {
    Instantly sub = BOX.workspace("{}");
    Instantly admin = BOX.workspace("{'group_admin_of':['%s']}".formatted(sub.workspace()));
    for (int i = 0; i < 100; i++) {
      assertThat(admin.get("accounts", AS, sub.workspace()).status()).isEqualTo(200);
    }
    assertThat(admin.get("accounts").status()).isEqualTo(429);
    assertThat(sub.get("accounts").status()).isEqualTo(429);
  }

  @Test
  void aDelegatedCallCanBeChargedToTheSubAlone() {
    Instantly sub = BOX.workspace("{}");
    Instantly admin = BOX.workspace("{'group_admin_of':['%s']}".formatted(sub.workspace()));
    admin.behave("'delegated_charge':'sub'");
    for (int i = 0; i < 100; i++) {
      assertThat(admin.get("accounts", AS, sub.workspace()).status()).isEqualTo(200);
    }
    assertThat(admin.get("accounts").status()).isEqualTo(200);
    assertThat(admin.get("accounts", AS, sub.workspace()).status()).isEqualTo(429);
  }

  @Test
  void aDelegatedCallCanBeChargedToTheAdminAlone() {
    Instantly sub = BOX.workspace("{}");
    Instantly admin = BOX.workspace("{'group_admin_of':['%s']}".formatted(sub.workspace()));
    sub.behave("'delegated_charge':'admin'");
    for (int i = 0; i < 100; i++) {
      assertThat(admin.get("accounts", AS, sub.workspace()).status()).isEqualTo(200);
    }
    assertThat(sub.get("accounts").status()).isEqualTo(200);
    assertThat(admin.get("accounts", AS, sub.workspace()).status()).isEqualTo(429);
  }

  private static void spend(Instantly client, int calls) {
    for (int i = 0; i < calls; i++) {
      assertThat(client.get("workspaces/current").status()).as("call %d", i + 1).isEqualTo(200);
    }
  }
}
