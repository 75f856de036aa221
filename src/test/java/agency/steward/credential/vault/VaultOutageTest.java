package agency.steward.credential.vault;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import agency.steward.credential.ApiKey;
import agency.steward.credential.Custody;
import agency.steward.ids.Ids;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VaultOutageTest {
  private static final ApiKey KEY = new ApiKey("outage-key");

  private final WorkspaceId workspace = newWorkspace();
  private final KeyAt at = new KeyAt(workspace, 1);
  private final FakeVault vault = new FakeVault();
  private final Vaults.HandClock clock = new Vaults.HandClock();
  private final VaultCustody custody =
      Vaults.custody(Vaults.byToken(vault.url()), clock, new Vaults.NoPause());

  @AfterEach
  void close() {
    vault.close();
  }

  @Test
  void aVaultThatIsAwayForTenMinutesFailsNoKnownWorkspace() {
    // Given a fleet whose keys were read at any time before, and kept since
    Set<KeyAt> fleet =
        IntStream.range(0, 60).mapToObj(i -> stored(new ApiKey("fleet-" + i))).collect(toSet());
    for (int minute = 0; minute < 30; minute++) {
      custody.keep(fleet);
      clock.pass(Duration.ofMinutes(1));
    }

    // When Vault is away, each minute of an outage of ten
    vault.has(Trouble.SEALED);
    for (int minute = 0; minute <= 10; minute++) {
      custody.keep(fleet);

      // Then every key is there
      fleet.forEach(one -> assertThat(custody.read(one.workspace(), 1)).isNotNull());
      clock.pass(Duration.ofMinutes(1));
    }
  }

  @Test
  void afterAnHourWithoutConfirmationNobodyUsesAKey() {
    stored();
    vault.has(Trouble.SEALED);

    clock.pass(Duration.ofMinutes(60));
    assertThat(custody.read(workspace, 1)).isEqualTo(KEY);
    clock.pass(Duration.ofSeconds(1));
    assertUnavailable(() -> custody.read(workspace, 1));
  }

  @Test
  void withinItsTimeAKeyIsUsedWithoutAsking() {
    stored();
    clock.pass(Duration.ofMinutes(10));

    assertThat(custody.read(workspace, 1)).isEqualTo(KEY);
    assertThat(custody.known(workspace, 1)).contains(KEY);
    assertThat(vault.requests("GET")).isEmpty();

    clock.pass(Duration.ofSeconds(1));
    assertThat(custody.read(workspace, 1)).isEqualTo(KEY);
    assertThat(custody.read(workspace, 1)).isEqualTo(KEY);
    assertThat(vault.requests("GET")).hasSize(1);
  }

  @Test
  void aRefreshedKeyIsAskedForButAnOutageDoesNotTakeItAway() {
    stored();
    custody.refresh(workspace);
    custody.read(workspace, 1);
    assertThat(vault.requests("GET")).hasSize(1);

    custody.refresh(workspace);
    assertThat(custody.known(workspace, 1)).isEmpty();
    vault.has(Trouble.FAILED);
    assertThat(custody.read(workspace, 1)).isEqualTo(KEY);
  }

  @Test
  void aRefusalIsNoOutage() {
    stored();
    vault.revokeTokens();
    assertThat(custody.read(workspace, 1)).isEqualTo(KEY);

    clock.pass(Duration.ofMinutes(11));
    assertUnavailable(() -> custody.read(workspace, 1));
  }

  @Test
  void afterThreeQuestionsWithoutAnswerOnlyOneInFiveSecondsIsAsked() {
    vault.has(Trouble.FAILED);
    assertUnavailable(() -> custody.current(workspace));
    assertThat(vault.journal).hasSize(3);

    for (int i = 0; i < 20; i++) {
      assertUnavailable(() -> custody.current(workspace));
    }
    assertThat(vault.journal).hasSize(3);

    clock.pass(Duration.ofSeconds(5));
    assertUnavailable(() -> custody.current(workspace));
    assertUnavailable(() -> custody.current(workspace));
    assertThat(vault.journal).hasSize(4);
  }

  @Test
  void oneAnswerAndEverybodyMayAskAgain() {
    vault.has(Trouble.FAILED);
    assertUnavailable(() -> custody.current(workspace));

    vault.isWell();
    clock.pass(Duration.ofSeconds(5));

    for (int i = 0; i < 5; i++) {
      assertThat(custody.current(workspace)).isZero();
    }
  }

  @Test
  void aVaultThatIsSilentOrDribblesHoldsNobodyForLong() {
    var never = new CountDownLatch(1);
    for (Trouble trouble : List.of(Trouble.silentUntil(never), Trouble.dribblingUntil(never))) {
      var impatient = Vaults.impatientCustody(Vaults.byToken(vault.url()));
      vault.has(trouble);
      long before = System.nanoTime();

      assertUnavailable(() -> impatient.current(workspace));

      assertThat(Duration.ofNanos(System.nanoTime() - before))
          .isLessThan(Vaults.SHORT_PATIENCE.multipliedBy(3).plusSeconds(5));
    }
    never.countDown();
  }

  @Test
  void anOutageDoesNotPileUpThreads() throws Exception {
    var never = new CountDownLatch(1);
    vault.has(Trouble.silentUntil(never));
    var impatient = Vaults.impatientCustody(Vaults.byToken(vault.url()));
    long before = System.nanoTime();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ProblemCode>> codes =
          IntStream.range(0, 300)
              .mapToObj(i -> threads.submit(() -> codeOfReading(impatient, newWorkspace())))
              .toList();
      for (Future<ProblemCode> code : codes) {
        assertThat(code.get()).isEqualTo(ProblemCode.CUSTODY_UNAVAILABLE);
      }
    }

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    assertThat(vault.journal.size()).as("requests for 300 readers").isLessThan(30);
    never.countDown();
  }

  @Test
  void aThousandWhoNeedOneKeyAskOnce() throws Exception {
    stored();
    var open = new CountDownLatch(1);
    var restarted = Vaults.custody(Vaults.byToken(vault.url()), clock, new Vaults.NoPause());
    vault.has(Trouble.slowUntil(open));
    var here = new AtomicInteger();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ApiKey>> keys =
          IntStream.range(0, 1000)
              .mapToObj(i ->
                  threads.submit(() -> {
                    here.incrementAndGet();
                    return restarted.read(workspace, 1);
                  }))
              .toList();
      Awaitility.await().until(() -> here.get() == 1000 && !vault.requests("GET").isEmpty());
      open.countDown();
      for (Future<ApiKey> key : keys) {
        assertThat(key.get()).isEqualTo(KEY);
      }
    }
    assertThat(vault.requests("GET").size()).isLessThan(5);
  }

  @Test
  void keysAreConfirmedAtHalfTheirTimeAndNotBefore() {
    stored();

    clock.pass(Duration.ofMinutes(5));
    assertThat(custody.keep(Set.of(at))).isEmpty();
    assertThat(vault.requests("GET")).isEmpty();

    clock.pass(Duration.ofSeconds(1));
    custody.keep(Set.of(at));
    custody.keep(Set.of(at));
    assertThat(vault.requests("GET")).hasSize(1);
  }

  @Test
  void keysOfWorkspacesThatNobodyHasCalledAreFetched() {
    KeyAt other = stored(new ApiKey("other"));
    var restarted = Vaults.custody(Vaults.byToken(vault.url()), clock, new Vaults.NoPause());

    restarted.keep(Set.of(other));
    vault.has(Trouble.SEALED);

    assertThat(restarted.read(other.workspace(), 1)).isEqualTo(new ApiKey("other"));
  }

  @Test
  void keysThatNobodyPointsToAreForgotten() {
    stored();
    custody.keep(Set.of());
    vault.has(Trouble.SEALED);
    assertThat(custody.read(workspace, 1)).as("about to be registered").isEqualTo(KEY);

    clock.pass(Duration.ofMinutes(6));
    custody.keep(Set.of());

    assertUnavailable(() -> custody.read(workspace, 1));
  }

  @Test
  void theKeyThatIsKeptStaysKnown() {
    stored();
    custody.store(workspace, new ApiKey("came-to-nothing"), 1);
    custody.keepOnly(workspace, 1);
    vault.has(Trouble.SEALED);

    assertThat(custody.read(workspace, 1)).isEqualTo(KEY);
    assertUnavailable(() -> custody.read(workspace, 2));
  }

  @Test
  void whatVaultDoesNotHaveIsNamed() {
    stored();
    var gone = new KeyAt(newWorkspace(), 3);

    assertThat(custody.keep(Set.of(gone, at))).containsExactly(gone);
  }

  @Test
  void lookingAfterTheKeysEndsWhereVaultDoesNotAnswer() {
    vault.has(Trouble.SEALED);

    custody.keep(Stream.generate(() -> new KeyAt(newWorkspace(), 1)).limit(50).collect(toSet()));

    assertThat(vault.journal).hasSize(1);
  }

  private ProblemCode codeOfReading(Custody custody, WorkspaceId unknown) {
    try {
      custody.read(unknown, 1);
      throw new AssertionError("There is no such key");
    } catch (ProblemException e) {
      return e.problem().code();
    }
  }

  private static WorkspaceId newWorkspace() {
    return new WorkspaceId(Ids.next());
  }

  private void stored() {
    custody.store(workspace, KEY, 0);
  }

  private KeyAt stored(ApiKey key) {
    WorkspaceId id = newWorkspace();
    return new KeyAt(id, custody.store(id, key, 0));
  }

  private static void assertUnavailable(ThrowingCallable call) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(call)
        .extracting(e -> e.problem().code())
        .isEqualTo(ProblemCode.CUSTODY_UNAVAILABLE);
  }
}
