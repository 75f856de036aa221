package agency.steward.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import agency.steward.credential.Custody;
import agency.steward.credential.CustodyContract;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import io.quarkus.vault.client.VaultException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VaultCustodyTest extends CustodyContract {
  private final FakeVault vault = new FakeVault();
  private final Vaults.HandClock clock = new Vaults.HandClock();
  private final Vaults.NoPause pause = new Vaults.NoPause();
  private final VaultCustody custody = Vaults.custody(Vaults.byToken(vault.url()), clock, pause);

  @Override
  protected Custody custody() {
    return custody;
  }

  @AfterEach
  void close() {
    vault.close();
  }

  static Stream<Trouble> troubles() {
    return Stream.of(
        Trouble.SEALED,
        Trouble.RATE_LIMITED,
        Trouble.FAILED,
        Trouble.A_PROXY,
        Trouble.HTML,
        Trouble.NO_JSON,
        Trouble.AN_EMPTY_OBJECT,
        Trouble.EMPTY,
        Trouble.NULL,
        Trouble.HUNG_UP,
        Trouble.CUT_OFF);
  }

  static Stream<Trouble> troublesOfReading() {
    return Stream.concat(
        troubles(),
        Stream.of(
            Trouble.A_NUMBER_FOR_A_KEY, Trouble.ANOTHER_VERSION, Trouble.A_KEY_WITH_A_LINE_BREAK));
  }

  @Test
  void oneSecretPerWorkspaceWithOneField() {
    custody.store(workspace, key("a"), 0);

    String path = "steward/workspaces/" + workspace;
    assertThat(vault.journal).containsExactly("POST secret/data/" + path);
    assertThat(vault.kv.read(path, 1).body().toString())
        .contains("data={api_key=" + key("a").reveal() + "}");
  }

  @ParameterizedTest
  @MethodSource("troublesOfReading")
  void aKeyThatNobodyKnowsCannotBeReadWithoutVault(Trouble trouble) {
    custody.store(workspace, key("a"), 0);
    VaultCustody restarted = Vaults.custody(Vaults.byToken(vault.url()), clock, pause);
    vault.has(trouble);

    assertUnavailable(() -> restarted.read(workspace, 1));

    vault.isWell();
    clock.pass(Duration.ofSeconds(6));
    assertThat(restarted.read(workspace, 1)).isEqualTo(key("a"));
  }

  @ParameterizedTest
  @MethodSource("troublesOfReading")
  void aKnownKeyIsReadWithoutVault(Trouble trouble) {
    custody.store(workspace, key("a"), 0);
    clock.pass(Duration.ofMinutes(11));
    vault.has(trouble);

    assertThat(custody.read(workspace, 1)).isEqualTo(key("a"));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void nothingIsStoredWithoutVaultAndWritingIsTriedOnce(Trouble trouble) {
    vault.has(trouble);

    assertUnavailable(() -> custody.store(workspace, key("a"), 0));

    assertThat(vault.journal).hasSize(1);
    vault.isWell();
    assertThat(custody.current(workspace)).isZero();
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void aTroubledVaultIsNotTakenForAnEmptyOne(Trouble trouble) {
    custody.store(workspace, key("a"), 0);
    vault.has(trouble);

    assertUnavailable(() -> custody.current(workspace));
  }

  @Test
  void whatCouldNotBeDestroyedIsSaid() {
    custody.store(workspace, key("a"), 0);
    vault.has(Trouble.SEALED);
    assertUnavailable(() -> custody.destroy(workspace));

    vault.isWell();
    assertThat(custody.read(workspace, 1)).isEqualTo(key("a"));
    custody.destroy(workspace);
    assertThat(custody.current(workspace)).isZero();
  }

  @Test
  void aReadIsTriedAgainAfterARandomPause() {
    custody.store(workspace, key("a"), 0);
    VaultCustody restarted = Vaults.custody(Vaults.byToken(vault.url()), clock, pause);
    vault.hasOnce(Trouble.FAILED);

    assertThat(restarted.read(workspace, 1)).isEqualTo(key("a"));
    assertThat(vault.requests("GET")).hasSize(2);
    assertThat(pause.asked).containsExactly(Duration.ofMillis(200));
  }

  @Test
  void aReadIsTriedThreeTimesInAll() {
    vault.has(Trouble.FAILED);

    assertUnavailable(() -> custody.current(workspace));

    assertThat(vault.journal).hasSize(3);
    assertThat(pause.asked).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
  }

  @Test
  void aVersionDeletedByHandIsMissing() {
    custody.store(workspace, key("a"), 0);
    vault.kv.softDelete("steward/workspaces/" + workspace);
    assertThat(custody.read(workspace, 1)).isEqualTo(key("a"));

    clock.pass(Duration.ofMinutes(11));

    assertRefused(ProblemCode.WORKSPACE_CREDENTIAL_MISSING, () -> custody.read(workspace, 1));
    vault.has(Trouble.SEALED);
    assertUnavailable(() -> custody.read(workspace, 1));
  }

  @Test
  void anEngineThatIsNotThereIsNotAnEmptyOne() {
    vault.has(
        Trouble.says(
            404,
            Map.of("errors", new String[] {"no handler for route \"secret/metadata/steward\""})));

    assertUnavailable(() -> custody.current(workspace));
    assertUnavailable(() -> custody.read(workspace, 1));
  }

  @Test
  void notFoundByAProxyIsNotAbsence() {
    vault.has(Trouble.saysText(404, "text/html", "<html>404 page not found</html>"));

    assertUnavailable(() -> custody.current(workspace));
  }

  @Test
  void anAnswerAsIfTheEngineWereOfVersionOneIsRefused() {
    vault.has(exchange -> {
      exchange.sendResponseHeaders(204, -1);
      return true;
    });

    assertUnavailable(() -> custody.store(workspace, key("a"), 0));
  }

  @Test
  void aVaultThatIsNotConfiguredIsSaid() {
    var custody =
        new VaultCustody(
            () -> {
              throw new VaultException("no vault url provided");
            },
            Vaults.config(Vaults.SHORT_PATIENCE),
            clock,
            pause);

    assertUnavailable(() -> custody.current(workspace));
  }

  private static void assertUnavailable(ThrowingCallable call) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(call)
        .withNoCause()
        .satisfies(e -> {
          assertThat(e.problem().code()).isEqualTo(ProblemCode.CUSTODY_UNAVAILABLE);
          assertThat(e.problem().status()).isEqualTo(503);
          assertThat(e.problem().code().retryable()).isTrue();
          assertThat(e.problem().retryAfter()).isPresent();
        });
  }
}
