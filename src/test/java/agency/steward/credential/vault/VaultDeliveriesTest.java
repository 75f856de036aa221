package agency.steward.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import agency.steward.credential.ApiKey;
import agency.steward.credential.Deliveries;
import agency.steward.credential.KeyPlace;
import agency.steward.ids.Ids;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.WorkspaceId;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VaultDeliveriesTest {
  private static final ApiKey KEY = new ApiKey("made-for-somebody-else");

  private final FakeVault vault = new FakeVault();
  private final Deliveries deliveries =
      Vaults.custody(Vaults.byToken(vault.url()), new Vaults.HandClock(), new Vaults.NoPause())
          .deliveries();
  private final KeyPlace place = new KeyPlace(new WorkspaceId(Ids.next()), "key-1");
  private final String secret = "steward/delivered/" + place;

  @AfterEach
  void close() {
    vault.close();
  }

  @Test
  void theValueLiesAtTheAnsweredPathUnderApiKey() {
    deliveries.deliver(place, KEY);

    assertThat(deliveries.path(place)).isEqualTo("secret/" + secret);
    assertThat(vault.kv.read(secret, 1).body().toString())
        .contains("{api_key=" + KEY.reveal() + "}");
    assertThat(vault.journal).containsExactly("POST secret/data/" + secret);
  }

  @Test
  void stewardMayPutThemThereAndNothingElse() {
    VaultPolicy policy = VaultPolicy.ofTheManual();

    assertThat(policy.allows("secret/data/" + secret, "create")).isTrue();
    assertThat(policy.allows("secret/metadata/" + secret, "read")).isTrue();
    assertThat(policy.allows("secret/data/" + secret, "read")).isFalse();
    assertThat(policy.allows("secret/data/" + secret, "update")).isFalse();
    assertThat(policy.allows("secret/metadata/" + secret, "delete")).isFalse();
    assertThat(policy.allows("secret/destroy/" + secret, "update")).isFalse();
  }

  @Test
  void whatLiesThereIsNeverReplaced() {
    deliveries.deliver(place, KEY);

    assertUnavailable(() -> deliveries.deliver(place, new ApiKey("another")));
    assertThat(vault.kv.read(secret, 1).body().toString()).contains(KEY.reveal());
  }

  @Test
  void whatWasRemovedByWhoeverFetchedItHasBeenThere() {
    deliveries.deliver(place, KEY);
    vault.kv.softDelete(secret);

    assertThat(deliveries.has(place)).isTrue();
  }

  @Test
  void aVaultThatIsAwayTakesNothingAndSaysSo() {
    for (Trouble trouble : new Trouble[] {Trouble.SEALED, Trouble.HTML, Trouble.EMPTY}) {
      vault.has(trouble);
      assertUnavailable(() -> deliveries.deliver(place, KEY));
    }
    assertUnavailable(() -> deliveries.has(place));
    vault.isWell();
    assertThat(vault.kv.has(secret)).isFalse();
  }

  @Test
  void aYesThatSaysNothingIsLookedAfter() {
    vault.hasOnce(Trouble.AN_EMPTY_OBJECT);
    assertUnavailable(() -> deliveries.deliver(place, KEY));
    assertThat(vault.requests("GET secret/metadata/" + secret)).hasSize(1);
  }

  @Test
  void anAnswerThatWasLostIsFoundByLooking() {
    vault.kv.write(secret, 0, Map.of("api_key", KEY.reveal()));
    vault.hasOnce(Trouble.FAILED);

    deliveries.deliver(place, KEY);

    assertThat(vault.requests("POST")).hasSize(1);
  }

  @Test
  void aPolicyThatForgotItIsSaid() {
    vault.has(Trouble.says(403, Map.of("errors", new String[] {"permission denied"})));

    assertUnavailable(() -> deliveries.has(place), "docs/vault.md");
  }

  private static void assertUnavailable(ThrowingCallable call, String... words) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(call)
        .satisfies(e -> {
          assertThat(words).allMatch(word -> e.problem().detail().contains(word));
          assertThat(e.problem().code()).isEqualTo(ProblemCode.CUSTODY_UNAVAILABLE);
          assertThat(e.problem().detail()).doesNotContain(KEY.reveal());
        });
  }
}
