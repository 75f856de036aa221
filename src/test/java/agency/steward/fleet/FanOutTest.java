package agency.steward.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import agency.steward.instantly.MayNotWaitException;
import agency.steward.instantly.pace.Party;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FanOutTest {
  private static final byte[] NOTHING = {};
  private static final MayNotWaitException MAY_NOT_WAIT = new MayNotWaitException();

  private final Latencies latencies = new Latencies();

  @Test
  void workspaceOneOfManyFailsAndTheOthersFinish() throws Exception {
    // Given: accident 2, with every kind of failure there is
    List<Workspace> workspaces = Some.workspaces(500);
    var roll = Some.rollCall(workspaces, Long.MAX_VALUE, 0);
    var fanOut = new FanOut(50, 50, latencies);

    // When
    List<Reading> settled;
    try (var asking = fanOut.ask(workspaces, roll, FanOutTest::failingAtTheFirstThree)) {
      settled = readAll(roll);
    }

    // Then
    assertThat(settled)
        .extracting(Reading::workspace)
        .containsExactlyInAnyOrderElementsOf(workspaces);
    assertThat(settled)
        .filteredOn(Reading.Missing.class::isInstance)
        .extracting(reading -> ((Reading.Missing) reading).problem().code())
        .containsExactlyInAnyOrder(
            ProblemCode.UPSTREAM_ERROR, ProblemCode.INTERNAL_ERROR, ProblemCode.INTERNAL_ERROR);
    await().until(() -> fanOut.inFlight() == 0);
  }

  @Test
  void neverMoreCallsAreInFlightThanOneAnswerOrAllTogetherMayHave() throws Exception {
    var fanOut = new FanOut(7, 10, latencies);
    var first = new Gauge();
    var both = new Gauge();
    List<Workspace> workspaces = Some.workspaces(200);
    var one = Some.rollCall(workspaces, Long.MAX_VALUE, 0);
    var other = Some.rollCall(workspaces, Long.MAX_VALUE, 0);
    try (var a = fanOut.ask(workspaces, one, w -> first.during(() -> both.during(() -> rows(w))));
        var b = fanOut.ask(workspaces, other, w -> both.during(() -> rows(w)))) {
      readAll(one);
      readAll(other);
    }
    assertThat(first.most.get()).isBetween(2, 7);
    assertThat(both.most.get()).isBetween(2, 10);
  }

  @Test
  void oneReadTakesTurnsWithTheManyOfSomebodyElse() throws Exception {
    // Given: one call at a time, and the hog's first one is under way
    var fanOut = new FanOut(50, 1, latencies);
    var gate = new CountDownLatch(1);
    var order = new ConcurrentLinkedQueue<Workspace>();
    List<Workspace> many = Some.workspaces(20);
    List<Workspace> one = List.of(Some.workspace(99));
    var hogs =
        List.of(Some.rollCall(many, Long.MAX_VALUE, 0), Some.rollCall(many, Long.MAX_VALUE, 0));
    var anns = Some.rollCall(one, Long.MAX_VALUE, 0);
    FanOut.Call call =
        w -> {
          awaitOpen(gate);
          return noted(order, w);
        };

    // When
    Party.is("hog");
    try (var first = fanOut.ask(many, hogs.getFirst(), call)) {
      await().until(() -> fanOut.inFlight() == 1);
      try (var second = fanOut.ask(many, hogs.getLast(), call)) {
        await().until(() -> fanOut.waiting() == 2);
        Party.is("ann");
        try (var third = fanOut.ask(one, anns, call)) {
          await().until(() -> fanOut.waiting() == 3);
          gate.countDown();
          readAll(anns);
        }
      }
    } finally {
      Party.is("");
    }

    // Then: the one under way, and one more of the hog's
    assertThat(List.copyOf(order).indexOf(Some.workspace(99))).isLessThanOrEqualTo(2);
  }

  private static void awaitOpen(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whoIsKnownToBeSlowIsAskedFirst() throws Exception {
    // Given
    latencies.observed(Some.workspace(1).id(), Duration.ofMillis(10));
    latencies.observed(Some.workspace(2).id(), Duration.ofMillis(900));
    latencies.observed(Some.workspace(3).id(), Duration.ofMillis(100));
    latencies.observed(Some.workspace(3).id(), Duration.ofMillis(5000));
    List<Workspace> workspaces = Some.workspaces(3);
    var order = new ConcurrentLinkedQueue<Workspace>();
    var roll = Some.rollCall(workspaces, Long.MAX_VALUE, 0);

    // When
    try (var asking = new FanOut(1, 1, latencies).ask(workspaces, roll, w -> noted(order, w))) {
      readAll(roll);
    }

    // Then
    assertThat(order).containsExactly(Some.workspace(3), Some.workspace(2), Some.workspace(1));
  }

  @Test
  void closingCancelsWhatHasNotComeBackAndAsksNobodyElse() throws Exception {
    // Given
    List<Workspace> workspaces = Some.workspaces(10);
    var roll = Some.rollCall(workspaces, Long.MAX_VALUE, 0);
    var fanOut = new FanOut(2, 10, latencies);
    var asked = new AtomicInteger();
    var interrupted = new CountDownLatch(2);

    // When
    var asking =
        fanOut.ask(
            workspaces,
            roll,
            w -> {
              asked.incrementAndGet();
              awaitInterrupt(interrupted);
              return rows(w);
            });
    await().until(() -> fanOut.inFlight() == 2);
    asking.close();

    // Then
    interrupted.await();
    await().until(() -> fanOut.inFlight() == 0);
    assertThat(asked).hasValue(2);
  }

  /** Calls that are begun, and whose answers a test lets come. */
  private static final class Begun implements FanOut.Call {
    final Map<Workspace, Consumer<FanOut.Ahead>> begun = new ConcurrentHashMap<>();
    final List<Workspace> givenUp = new CopyOnWriteArrayList<>();
    final AtomicInteger dropped = new AtomicInteger();

    @Override
    public Reading to(Workspace workspace) {
      throw new AssertionError("it was begun");
    }

    @Override
    public Optional<Runnable> begin(Workspace workspace, Consumer<FanOut.Ahead> then) {
      begun.put(workspace, then);
      return Optional.of(() -> {
        givenUp.add(workspace);
        then.accept(ahead(false, () -> rows(workspace)));
      });
    }

    void comes(Workspace workspace, boolean atHand, Supplier<Reading> reading) {
      await().until(() -> begun.containsKey(workspace));
      begun.get(workspace).accept(ahead(atHand, reading));
    }

    private FanOut.Ahead ahead(boolean atHand, Supplier<Reading> reading) {
      return new FanOut.Ahead() {
        @Override
        public boolean isAtHand() {
          return atHand;
        }

        @Override
        public Reading reading() {
          return reading.get();
        }

        @Override
        public void drop() {
          dropped.incrementAndGet();
        }
      };
    }
  }

  @Test
  void whatIsAtHandIsReadWhereItComesAndEverythingElseOnAThreadOfTheSameParty() throws Exception {
    // Given
    List<Workspace> workspaces = Some.workspaces(3);
    var roll = Some.rollCall(workspaces, Long.MAX_VALUE, 0);
    var fanOut = new FanOut(10, 10, latencies);
    var call = new Begun();
    var where = new ConcurrentHashMap<Workspace, String>();
    Function<Workspace, Reading> read =
        w -> {
          boolean here = !Thread.currentThread().isVirtual();
          if (here && w.equals(Some.workspace(2))) {
            throw MAY_NOT_WAIT;
          }
          where.put(w, here ? "here" : Party.current());
          return rows(w);
        };

    // When
    List<Reading> settled;
    Party.is("ann");
    try (var asking = fanOut.ask(workspaces, roll, call)) {
      Party.is("");
      call.comes(Some.workspace(1), true, () -> read.apply(Some.workspace(1)));
      call.comes(Some.workspace(2), true, () -> read.apply(Some.workspace(2)));
      call.comes(Some.workspace(3), false, () -> read.apply(Some.workspace(3)));
      settled = readAll(roll);
    }

    // Then
    assertThat(settled)
        .extracting(Reading::workspace)
        .containsExactlyInAnyOrderElementsOf(workspaces);
    assertThat(where)
        .containsEntry(Some.workspace(1), "here")
        .containsEntry(Some.workspace(2), "ann")
        .containsEntry(Some.workspace(3), "ann");
    await().until(() -> fanOut.inFlight() == 0);
    assertThat(call.dropped).hasValue(3);
  }

  @Test
  void whatFailsWhereItComesIsMissing() throws Exception {
    List<Workspace> workspaces = Some.workspaces(2);
    var roll = Some.rollCall(workspaces, Long.MAX_VALUE, 0);
    var fanOut = new FanOut(10, 10, latencies);
    FanOut.Call call =
        new FanOut.Call() {
          @Override
          public Reading to(Workspace workspace) {
            throw new AssertionError("it was begun");
          }

          @Override
          public Optional<Runnable> begin(Workspace workspace, Consumer<FanOut.Ahead> then) {
            if (workspace.equals(Some.workspace(2))) {
              throw new IllegalStateException("unforeseen");
            }
            then.accept(new Begun().ahead(true, () -> failingAtTheFirstThree(workspace)));
            return Optional.of(() -> {});
          }
        };

    try (var asking = fanOut.ask(workspaces, roll, call)) {
      assertThat(readAll(roll))
          .extracting(reading -> ((Reading.Missing) reading).problem().code())
          .containsExactlyInAnyOrder(ProblemCode.UPSTREAM_ERROR, ProblemCode.INTERNAL_ERROR);
    }
    await().until(() -> fanOut.inFlight() == 0);
  }

  @Test
  void closingGivesUpWhatIsBegun() {
    List<Workspace> workspaces = Some.workspaces(10);
    var fanOut = new FanOut(2, 10, latencies);
    var call = new Begun();

    var asking = fanOut.ask(workspaces, Some.rollCall(workspaces, Long.MAX_VALUE, 0), call);
    await().until(() -> call.begun.size() == 2);
    asking.close();

    await().until(() -> fanOut.inFlight() == 0);
    assertThat(call.givenUp).containsExactlyInAnyOrderElementsOf(call.begun.keySet());
    assertThat(call.dropped).hasValue(2);
  }

  private static void awaitInterrupt(CountDownLatch interrupted) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException expected) {
      interrupted.countDown();
    }
  }

  private static Reading failingAtTheFirstThree(Workspace workspace) {
    if (workspace.equals(Some.workspace(1))) {
      throw Problem.of(ProblemCode.UPSTREAM_ERROR, "500").thrown();
    }
    if (workspace.equals(Some.workspace(2))) {
      throw new IllegalStateException("unforeseen, secret-value");
    }
    if (workspace.equals(Some.workspace(3))) {
      throw new StackOverflowError();
    }
    return rows(workspace);
  }

  private static Reading rows(Workspace workspace) {
    return new Reading.Rows(workspace, NOTHING);
  }

  private static Reading noted(ConcurrentLinkedQueue<Workspace> order, Workspace workspace) {
    order.add(workspace);
    return rows(workspace);
  }

  private static List<Reading> readAll(RollCall roll) throws Exception {
    var all = new ArrayList<Reading>();
    for (List<Reading> batch = roll.next(); !batch.isEmpty(); batch = roll.next()) {
      all.addAll(batch);
    }
    return all;
  }

  /** How many were in there at once. */
  private static final class Gauge {
    final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger now = new AtomicInteger();

    <T> T during(Supplier<T> work) {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      Thread.yield();
      try {
        return work.get();
      } finally {
        now.decrementAndGet();
      }
    }
  }
}
