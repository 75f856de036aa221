package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** facts.md 4.6. */
class WorkspaceTest {
  private static final String CURRENT = "workspaces/current";
  private static final String OWNER = CURRENT + "/change-owner";
  private final Instantly instantly =
      Box.SHARED.workspace(
          "{'name':'Acme','members':[{'email':'olga@a.example','role':'owner'},"
              + "{'email':'ann@a.example','role':'admin'},"
              + "{'email':'pete@a.example','role':'admin','accepted':false}]}");

  private String sec() {
    return Box.SHARED
        .control("POST", "workspaces/" + instantly.workspace() + "/sec", "")
        .text("sec");
  }

  private Reply give(String email, String sec) {
    return instantly.post(OWNER, "{'email':'%s','sec':'%s'}".formatted(email, sec));
  }

  @Test
  void theOwnerIsTheUserIdOfOneOfTheMembers() {
    assertThat(instantly.get("workspace-members?search=olga").items("user_id"))
        .containsExactly(instantly.get(CURRENT).text("owner"));
  }

  @Test
  void onlyNameAndLogoCanBePatched() {
    assertThat(
            instantly
                .patch(CURRENT, "{'name':'New','org_logo_url':'https://l.example'}")
                .text("name"))
        .isEqualTo("New");
    assertThat(instantly.get(CURRENT).text("org_logo_url")).isEqualTo("https://l.example");
    assertThat(
            instantly.patch(CURRENT, "{'org_logo_url':null}").json().get("org_logo_url").isNull())
        .isTrue();
    assertThat(instantly.patch(CURRENT, "{'owner':'x'}").status()).isEqualTo(400);
    assertThat(instantly.get(CURRENT).text("name")).isEqualTo("New");
  }

  @Test
  void ownershipGoesToAnAcceptedMemberAndTheOldOwnerBecomesAnAdmin() {
    Reply given = give("ann@a.example", sec());

    assertThat(given.status()).isEqualTo(200);
    assertThat(given.text("owner"))
        .isEqualTo(instantly.get("workspace-members?search=ann").items("user_id").getFirst());
    assertThat(instantly.get("workspace-members?search=ann").items("role"))
        .containsExactly("owner");
    assertThat(instantly.get("workspace-members?search=olga").items("role"))
        .containsExactly("admin");
  }

  @Test
  void aTransferNeedsTheTokenThatComesFromElsewhereAndUsesItUp() {
    assertThat(give("ann@a.example", "guessed").status()).isEqualTo(400);
    String first = sec();
    String second = sec();
    assertThat(give("ann@a.example", first).status()).as("an older token").isEqualTo(400);
    assertThat(give("ann@a.example", second).status()).isEqualTo(200);
    assertThat(give("olga@a.example", second).status()).as("used").isEqualTo(400);
  }

  @Test
  void nobodyBecomesOwnerBeforeAccepting() {
    assertThat(give("pete@a.example", sec()).status()).isEqualTo(404);
    assertThat(give("stranger@a.example", sec()).status()).isEqualTo(404);
  }

  @Test
  void aTransferNamesAnAddressAndAToken() {
    assertThat(instantly.post(OWNER, "{'new_owner_id':'x'}").message())
        .isEqualTo("body must have required property 'email'");
    assertThat(instantly.post(OWNER, "{'email':'ann@a.example'}").message())
        .isEqualTo("body must have required property 'sec'");
    assertThat(
            instantly
                .post(OWNER, "{'email':'ann@a.example','sec':'%s','more':1}".formatted(sec()))
                .status())
        .as("the body is open")
        .isEqualTo(200);
  }

  @Test
  void removalIsScheduledForTheNextDayAndCanBeCancelled() {
    Reply scheduled = instantly.post(CURRENT + "/schedule-for-removal", "");
    Instant at = Instant.parse(scheduled.text("scheduled_for_removal_at"));
    assertThat(Duration.between(Instant.now(), at))
        .isBetween(Duration.ofHours(23), Duration.ofHours(24));

    assertThat(
            instantly
                .delete(CURRENT + "/schedule-for-removal")
                .json()
                .get("scheduled_for_removal_at")
                .isNull())
        .isTrue();
  }

  @Test
  void aRemovedWorkspaceIsGone() {
    var clock = new HandClock();
    try (Sandbox own = Sandbox.start(SandboxOptions.onPort(0).at(clock))) {
      Instantly leaving = new Box(own.url()).workspace("{}");
      leaving.post(CURRENT + "/schedule-for-removal", "");
      clock.pass(Duration.ofHours(24).minusMillis(1));
      assertThat(leaving.get(CURRENT).status()).isEqualTo(200);

      clock.pass(Duration.ofMillis(1));

      assertThat(leaving.get(CURRENT).status()).isEqualTo(401);
    }
  }

  @Test
  void aWhitelabelDomainIsSetReadAndTakenAway() {
    String path = CURRENT + "/whitelabel-domain";
    assertThat(instantly.get(path).status()).isEqualTo(404);
    assertThat(instantly.post(path, "{'domain':'app.acme.example'}").text("org_client_domain"))
        .isEqualTo("app.acme.example");
    assertThat(instantly.get(path).text("name")).isEqualTo("app.acme.example");
    assertThat(instantly.get(path).text("verified")).isEqualTo("false");
    assertThat(instantly.delete(path).json().get("org_client_domain").isNull()).isTrue();
    assertThat(instantly.get(path).status()).isEqualTo(404);
    assertThat(instantly.post(path, "{}").status()).isEqualTo(400);
  }
}
