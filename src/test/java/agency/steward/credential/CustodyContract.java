package agency.steward.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import agency.steward.ids.Ids;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.WorkspaceId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What whoever keeps keys has to do; each store passes the same sentences. */
public abstract class CustodyContract {
  protected final WorkspaceId workspace = new WorkspaceId(Ids.next());

  /** The store under test; each call may answer another process's view of the same store. */
  protected abstract Custody custody();

  protected static ApiKey key(String name) {
    return new ApiKey("contract-" + name + "-" + "x".repeat(40));
  }

  @Test
  public void whatWasStoredIsRead() {
    int version = custody().store(workspace, key("a"), 0);

    assertThat(version).isEqualTo(1);
    assertThat(custody().read(workspace, version)).isEqualTo(key("a"));
    assertThat(custody().current(workspace)).isEqualTo(1);
  }

  @Test
  public void aWorkspaceWithoutAKeyIsAtVersionZero() {
    assertThat(custody().current(workspace)).isZero();
  }

  @Test
  public void eachVersionStaysWhatItWas() {
    custody().store(workspace, key("a"), 0);
    custody().store(workspace, key("b"), 1);

    assertThat(custody().read(workspace, 1)).isEqualTo(key("a"));
    assertThat(custody().read(workspace, 2)).isEqualTo(key("b"));
    assertThat(custody().current(workspace)).isEqualTo(2);
  }

  @Test
  public void whoExpectsAnotherVersionStoresNothing() {
    custody().store(workspace, key("a"), 0);

    assertRefused(ProblemCode.SUBJECT_BUSY, () -> custody().store(workspace, key("b"), 0));
    assertRefused(ProblemCode.SUBJECT_BUSY, () -> custody().store(workspace, key("b"), 2));
    assertThat(custody().current(workspace)).isEqualTo(1);
    assertThat(custody().read(workspace, 1)).isEqualTo(key("a"));
  }

  @Test
  public void ofManyWhoStoreAtOnceOneSucceeds() {
    var outcomes = new ConcurrentLinkedQueue<String>();
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        ApiKey mine = key("k" + i);
        threads.execute(() -> {
          awaitUninterruptibly(start);
          outcomes.add(outcomeOf(mine));
        });
      }
      start.countDown();
    }

    assertThat(outcomes).hasSize(8).containsOnlyOnce("1").contains("SUBJECT_BUSY");
    assertThat(Set.copyOf(outcomes)).hasSize(2);
    assertThat(custody().current(workspace)).isEqualTo(1);
  }

  private String outcomeOf(ApiKey mine) {
    try {
      return String.valueOf(custody().store(workspace, mine, 0));
    } catch (ProblemException e) {
      return e.problem().code().name();
    }
  }

  @Test
  public void aVersionThatWasNeverStoredIsMissing() {
    assertRefused(ProblemCode.WORKSPACE_CREDENTIAL_MISSING, () -> custody().read(workspace, 1));

    custody().store(workspace, key("a"), 0);
    assertRefused(ProblemCode.WORKSPACE_CREDENTIAL_MISSING, () -> custody().read(workspace, 2));
  }

  @Test
  public void theNewestTenVersionsAreKept() {
    IntStream.rangeClosed(1, 12).forEach(i -> custody().store(workspace, key("k" + i), i - 1));
    custody().refresh(workspace);

    assertThat(custody().read(workspace, 3)).isEqualTo(key("k3"));
    assertThat(custody().read(workspace, 12)).isEqualTo(key("k12"));
    assertRefused(ProblemCode.WORKSPACE_CREDENTIAL_MISSING, () -> custody().read(workspace, 2));
  }

  @Test
  public void destroyedIsDestroyedWithAllVersions() {
    custody().store(workspace, key("a"), 0);
    custody().store(workspace, key("b"), 1);
    custody().read(workspace, 2);

    custody().destroy(workspace);

    assertThat(custody().current(workspace)).isZero();
    for (int version : List.of(1, 2)) {
      assertRefused(
          ProblemCode.WORKSPACE_CREDENTIAL_MISSING, () -> custody().read(workspace, version));
    }
  }

  @Test
  public void allVersionsButOneAreDestroyedAndTheCountGoesOn() {
    custody().store(workspace, key("a"), 0);
    custody().store(workspace, key("b"), 1);
    custody().store(workspace, key("c"), 2);
    custody().read(workspace, 1);

    custody().keepOnly(workspace, 3);
    custody().keepOnly(workspace, 3);

    assertThat(custody().read(workspace, 3)).isEqualTo(key("c"));
    for (int version : List.of(1, 2)) {
      assertRefused(
          ProblemCode.WORKSPACE_CREDENTIAL_MISSING, () -> custody().read(workspace, version));
    }
    assertThat(custody().store(workspace, key("d"), 3)).isEqualTo(4);
  }

  @Test
  public void aNewerVersionThatNobodyPointsToIsDestroyed() {
    custody().store(workspace, key("a"), 0);
    custody().store(workspace, key("b"), 1);

    custody().keepOnly(workspace, 1);

    assertThat(custody().read(workspace, 1)).isEqualTo(key("a"));
    assertRefused(ProblemCode.WORKSPACE_CREDENTIAL_MISSING, () -> custody().read(workspace, 2));
    int next = custody().store(workspace, key("c"), custody().current(workspace));
    assertThat(custody().read(workspace, next)).isEqualTo(key("c"));
  }

  @Test
  public void theNumberOfADestroyedVersionIsNotGivenAgain() {
    custody().store(workspace, key("valid"), 0);
    custody().store(workspace, key("came-to-nothing"), 1);
    custody().keepOnly(workspace, 1);

    assertThat(custody().current(workspace)).isEqualTo(2);
    assertThat(custody().store(workspace, key("next"), 2)).isEqualTo(3);
    assertThat(custody().read(workspace, 3)).isEqualTo(key("next"));
    assertThat(custody().read(workspace, 1)).isEqualTo(key("valid"));
  }

  @Test
  public void aVersionThatIsNotThereIsNoReasonToDestroyOthers() {
    custody().store(workspace, key("a"), 0);

    custody().keepOnly(workspace, 7);
    custody().keepOnly(new WorkspaceId(Ids.next()), 1);

    assertThat(custody().read(workspace, 1)).isEqualTo(key("a"));
  }

  @Test
  public void destroyingTwiceOrNothingIsNoError() {
    custody().destroy(workspace);
    custody().store(workspace, key("a"), 0);
    custody().destroy(workspace);
    custody().destroy(workspace);

    assertThat(custody().store(workspace, key("b"), 0)).isEqualTo(1);
    assertThat(custody().read(workspace, 1)).isEqualTo(key("b"));
  }

  @Test
  public void aDeliveredKeyIsThereAndIsNotStewardsOwn() {
    Deliveries deliveries = custody().deliveries();
    var place = new KeyPlace(workspace, "key-1");
    assertThat(deliveries.has(place)).isFalse();

    deliveries.deliver(place, key("delivered"));

    assertThat(custody().deliveries().has(place)).isTrue();
    assertThat(deliveries.has(new KeyPlace(workspace, "key-2"))).isFalse();
    assertThat(deliveries.has(new KeyPlace(new WorkspaceId(Ids.next()), "key-1"))).isFalse();
    assertThat(deliveries.path(place)).contains("delivered/" + workspace + "/key-1");
    assertThat(custody().current(workspace)).isZero();
  }

  @Test
  public void whatWasDeliveredOutlivesTheWorkspace() {
    var place = new KeyPlace(workspace, "key-1");
    custody().store(workspace, key("own"), 0);
    custody().deliveries().deliver(place, key("delivered"));

    custody().destroy(workspace);

    assertThat(custody().deliveries().has(place)).isTrue();
  }

  @Test
  public void anIdThatNoPathCanBeMadeOfHasNoPlace() {
    for (String id : List.of("", "..", "a/b", "a b", "-a", "x".repeat(129))) {
      assertRefused(ProblemCode.CUSTODY_UNAVAILABLE, () -> new KeyPlace(workspace, id));
    }
  }

  @Test
  public void workspacesDoNotMeet() {
    var other = new WorkspaceId(Ids.next());
    custody().store(workspace, key("mine"), 0);
    custody().store(other, key("theirs"), 0);

    custody().destroy(other);

    assertThat(custody().read(workspace, 1)).isEqualTo(key("mine"));
  }

  @Test
  public void aRefreshedKeyIsReadAgain() {
    custody().store(workspace, key("a"), 0);
    custody().read(workspace, 1);

    custody().refresh(workspace);

    assertThat(custody().read(workspace, 1)).isEqualTo(key("a"));
  }

  @Test
  public void noRefusalRepeatsAKey() {
    custody().store(workspace, key("a"), 0);

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> custody().store(workspace, key("b"), 0))
        .satisfies(e ->
            assertThat(e.problem() + e.getMessage())
                .doesNotContain(key("a").reveal(), key("b").reveal()));
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  protected static void assertRefused(ProblemCode code, ThrowingCallable call) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(call)
        .extracting(e -> e.problem().code())
        .isEqualTo(code);
  }
}
