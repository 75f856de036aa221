package agency.steward.instantly;

import static agency.steward.instantly.Upstream.hangUp;
import static agency.steward.instantly.Upstream.json;
import static agency.steward.instantly.Upstream.limited;
import static agency.steward.instantly.Upstream.nothing;
import static agency.steward.instantly.Upstream.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import agency.steward.instantly.body.Item;
import agency.steward.instantly.wire.Last;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A list begins without a thread that waits, and is read where its first page comes. */
@Timeout(
    value = 60,
    threadMode =
        Timeout.ThreadMode.SEPARATE_THREAD) // an event loop that waits for itself does so for ever
class BegunTest {
  private static final String MEMBERS = "GET /workspace-members";
  private static final String FIRST = MEMBERS + "?limit=100";
  private static final FirstPage PAGE = new FirstPage(Listing.MEMBERS, Map.of());
  private static final Duration LONG = Duration.ofSeconds(10);

  @RegisterExtension final Served served = new Served();

  private Upstream upstream;
  private Client client;
  private Workspace workspace;

  @BeforeEach
  void aWorkspaceWhoseKeyIsAtHand() {
    upstream = served.upstream();
    client = served.client();
    workspace = client.own("iw-1", Client.KEY);
    client.shared.keyring().route(client.door(workspace));
  }

  private Optional<Runnable> begin(Consumer<Begun> then) {
    return begin(workspace, LONG, then);
  }

  private Optional<Runnable> begin(Workspace in, Duration deadline, Consumer<Begun> then) {
    return Begun.begin(client.shared, in, Deadline.in(deadline), PAGE, then);
  }

  private Begun begun() {
    var came = new CompletableFuture<Begun>();
    assertThat(begin(came::complete)).isPresent();
    return came.join();
  }

  private static List<String> ids(Begun begun) {
    return begun.workspace().items(Listing.MEMBERS, Map.of(), Set.of()).stream()
        .map(Item::whole)
        .map(member -> member.path("id").asText())
        .toList();
  }

  /** What reading it where it comes, on the event loop, says. */
  private CompletableFuture<List<String>> readWhereItComes() {
    var read = new CompletableFuture<List<String>>();
    begin(begun -> {
      try {
        read.complete(ids(begun));
      } catch (RuntimeException failure) {
        read.completeExceptionally(failure);
      }
    });
    return read;
  }

  @Test
  void aListOfOnePageIsReadOnTheEventLoop() {
    upstream.on(MEMBERS, json("{\"items\":[{\"id\":\"m1\"},{\"id\":\"m2\"}]}"));

    assertThat(readWhereItComes().join()).containsExactly("m1", "m2");
    assertThat(upstream.calls()).containsExactly(FIRST);
  }

  @Test
  void anEventLoopDoesNotWaitForAnotherPageButAThreadReadsThemAll() {
    upstream.on(
        MEMBERS,
        json("{\"items\":[{\"id\":\"m1\"}],\"next_starting_after\":\"c\"}"),
        json("{\"items\":[{\"id\":\"m2\"}]}"));
    var tried = new CompletableFuture<Throwable>();
    var came = new CompletableFuture<Begun>();

    begin(begun -> {
      try {
        ids(begun);
      } catch (MayNotWaitException more) {
        tried.complete(more);
      }
      came.complete(begun);
    });

    assertThat(tried.join()).isInstanceOf(MayNotWaitException.class);
    assertThat(ids(came.join())).containsExactly("m1", "m2");
    assertThat(upstream.calls()).containsExactly(FIRST, FIRST + "&starting_after=c");
  }

  @Test
  void whatIsSomebodyElsesIsRefusedThereToo() {
    upstream.on(MEMBERS, json("{\"items\":[{\"id\":\"m1\",\"organization\":\"iw-2\"}]}"));

    assertThatThrownBy(() -> readWhereItComes().join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            InstantlyException.class,
            e -> assertThat(e.failure()).isInstanceOf(InstantlyFailure.WrongIdentity.class));
  }

  @Test
  void aFailureIsTheFirstOfItsTries() {
    upstream.on(MEMBERS, says(500, "Internal Server Error", "x"));

    Begun begun = begun();

    assertThat(begun.isAtHand()).isFalse();
    assertThatThrownBy(() -> ids(begun)).isInstanceOf(InstantlyException.class);
    assertThat(upstream.calls()).containsExactly(FIRST, FIRST, FIRST);
  }

  @Test
  void aConnectionThatEndsIsTriedAgain() {
    upstream.on(MEMBERS, hangUp(), json("{\"items\":[{\"id\":\"m1\"}]}"));

    assertThat(ids(begun())).containsExactly("m1");
  }

  @Test
  void aRefusalForTheRateIsKeptToAsAnyOther() {
    upstream.on(MEMBERS, limited("3600"));

    Begun begun = begun();

    assertThatThrownBy(() -> ids(begun))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.UPSTREAM_RATE_LIMITED));
    assertThat(begin(_ -> {})).isEmpty();
    assertThat(upstream.calls()).containsExactly(FIRST);
  }

  @Test
  void aKeyThatIsRefusedIsLookedAtASecondTime() {
    upstream
        .on(MEMBERS, says(401, "Unauthorized", "x"))
        .on("GET /workspaces/current", says(401, "Unauthorized", "x"));

    Begun begun = begun();

    assertThatThrownBy(() -> ids(begun))
        .isInstanceOfSatisfying(
            InstantlyException.class,
            e -> assertThat(e.failure()).isInstanceOf(InstantlyFailure.KeyInvalid.class));
    assertThat(upstream.calls()).containsExactly(FIRST, "GET /workspaces/current");
  }

  @Test
  void silenceEndsWithTheDeadline() {
    upstream.on(MEMBERS, nothing());
    var came = new CompletableFuture<Begun>();

    begin(workspace, Duration.ofMillis(50), came::complete);

    Begun begun = came.join();
    assertThat(begun.isAtHand()).isFalse();
    assertThatThrownBy(() -> ids(begun))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.UPSTREAM_TIMEOUT));
    await().until(() -> upstream.open() == 0);
  }

  @Test
  void nothingEndsBeforeItsDeadline() {
    upstream.on(MEMBERS, nothing());
    for (int i = 0; i < 20; i++) {
      var passed = new CompletableFuture<Boolean>();
      Deadline deadline = Deadline.in(Duration.ofNanos(30_900_000 + 50_000L * i));

      Optional<Runnable> begun =
          Begun.begin(
              client.shared, workspace, deadline, PAGE, _ -> passed.complete(deadline.passed()));

      assertThat(begun.isEmpty() || passed.join()).isTrue();
    }
  }

  @Test
  void whatIsGivenUpLeavesNothingBehind() {
    upstream.on(MEMBERS, nothing());
    var came = new ArrayList<Begun>();
    for (int round = 0; round < 3; round++) {
      var giveUps = new ArrayList<Runnable>();
      for (int i = 0; i < 4; i++) {
        giveUps.add(begin(came::add).orElseThrow());
      }
      int sent = 4 * (round + 1);
      await().until(() -> upstream.seen().size() == sent);

      giveUps.forEach(Runnable::run);

      assertThat(came).hasSize(sent).noneMatch(Begun::isAtHand);
      await().until(() -> upstream.open() == 0);
    }
  }

  @Test
  void whatCameTakesMemoryUntilItIsReadOrDropped() {
    upstream.on(MEMBERS, json("{\"items\":[{\"id\":\"" + "m".repeat(200_000) + "\"}]}"));
    Begun read = begun();
    Begun dropped = begun();
    double both = held();

    dropped.drop();
    assertThat(held()).isBetween(200_000.0, both / 2);
    ids(read);

    assertThat(held()).isZero();
  }

  @Test
  void whatAThreadWasAnsweredLastTakesMemoryAsLongAsItIsKept() {
    String large = "m".repeat(200_000);
    upstream.on(
        MEMBERS,
        json("{\"items\":[{\"id\":\"1" + large + "\"}],\"next_starting_after\":\"c\"}"),
        json("{\"items\":[{\"id\":\"2" + large + "\"}]}"));

    Last.keptDuring(() -> {
      assertThat(ids(begun())).hasSize(2);
      assertThat(held()).isBetween(200_000.0, 399_999.0);
    });

    assertThat(held()).isZero();
  }

  private double held() {
    return client.meters.get("steward.instantly.bodies.held").gauge().value();
  }

  @Test
  void nothingIsBegunWhereAllConnectionsAreTaken() {
    upstream.on(MEMBERS, nothing());
    var giveUps = new ArrayList<Runnable>();
    for (int i = 0; i < 4; i++) {
      giveUps.add(begin(_ -> {}).orElseThrow());
    }

    assertThat(begin(_ -> {})).isEmpty();

    giveUps.forEach(Runnable::run);
    assertThat(begin(_ -> {})).isPresent();
  }

  @Test
  void nothingIsBegunWhereSomethingWouldHaveToBeAskedFor() {
    Workspace unknownKey = client.own("iw-2", Client.KEY);
    Workspace delegated = client.delegated("iw-3", workspace);
    Workspace suspended =
        Client.workspace(
            workspace.id(), "iw-1", WorkspaceState.SUSPENDED, List.of(), workspace.credential());

    assertThat(begin(unknownKey, LONG, _ -> {})).isEmpty();
    assertThat(begin(delegated, LONG, _ -> {})).isEmpty();
    assertThat(begin(suspended, LONG, _ -> {})).isEmpty();
    assertThat(begin(workspace, Duration.ZERO, _ -> {})).isEmpty();
    assertThat(upstream.calls()).isEmpty();
  }
}
