package agency.steward.instantly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GatheringTest {
  private static final Duration LONG = Duration.ofDays(1);
  private static final int PAGE = 10;

  /** Some read to the end, some break off; pages turn out larger and smaller than expected. */
  @Property(tries = 60)
  void whateverIsReadTogetherEndsAndTakesNoMoreThanItMay(
      @ForAll @IntRange(min = 1, max = 60) int lists,
      @ForAll @IntRange(max = 500) int most,
      @ForAll long seed)
      throws Exception {
    // Given
    var gathering = new Gathering(() -> most);
    var peak = new AtomicLong();
    var random = new Random(seed);
    int pages = 1 + random.nextInt(12);

    // When
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var reads = new ArrayList<Future<Boolean>>();
      for (int n = 0; n < lists; n++) {
        int own = 1 + random.nextInt(pages);
        reads.add(threads.submit(() -> read(gathering, own, peak)));
      }
      for (Future<Boolean> read : reads) {
        assertThat(read.get()).isTrue();
      }
    }

    // Then
    assertThat(gathering.held()).isZero();
    assertThat(peak.get()).isLessThanOrEqualTo(most + (long) Gathering.AHEAD * pages * PAGE);
  }

  private static boolean read(Gathering gathering, int pages, AtomicLong peak) {
    try (Gathering.Part part = gathering.part()) {
      boolean all = true;
      for (int page = 0; page < pages; page++) {
        all &= part.grow(PAGE, LONG);
        peak.accumulateAndGet(gathering.held(), Math::max);
        Thread.yield();
        part.shrink(page % 2);
      }
      part.keeps(pages);
      return all;
    }
  }

  @Test
  void aFewGoOnWhateverTheOthersHold() throws Exception {
    // Given
    var gathering = new Gathering(() -> PAGE);
    gathering.part().grow(PAGE, LONG);
    List<Gathering.Part> ahead = parts(gathering, Gathering.AHEAD);

    // When
    for (Gathering.Part each : ahead) {
      assertThat(each.grow(PAGE, Duration.ZERO)).isTrue();
      assertThat(each.grow(PAGE, Duration.ZERO)).isTrue();
    }

    // Then
    assertThat(gathering.part().grow(PAGE, Duration.ZERO)).isFalse();
  }

  @Test
  void whoEndsLetsTheOneGoOnThatBeganFirst() throws Exception {
    // Given
    var gathering = new Gathering(() -> 0);
    List<Gathering.Part> ahead = parts(gathering, Gathering.AHEAD);
    for (Gathering.Part each : ahead) {
      each.grow(PAGE, Duration.ZERO);
    }
    List<Gathering.Part> behind = parts(gathering, 2);
    FutureTask<Boolean> second = waiting(() -> behind.get(1).grow(PAGE, LONG));
    FutureTask<Boolean> first = waiting(() -> behind.get(0).grow(PAGE, LONG));

    // When
    ahead.getFirst().close();

    // Then
    assertThat(first.get()).isTrue();
    assertThat(second.isDone()).isFalse();
    behind.getFirst().close();
    assertThat(second.get()).isTrue();
  }

  @Test
  void whatIsNotKeptIsRoomForOthers() throws Exception {
    // Given
    var most = new AtomicLong();
    var gathering = new Gathering(most::get);
    List<Gathering.Part> ahead = parts(gathering, Gathering.AHEAD);
    for (Gathering.Part each : ahead) {
      each.grow(PAGE, Duration.ZERO);
    }
    Gathering.Part last = gathering.part();
    FutureTask<Boolean> grows = waiting(() -> last.grow(PAGE, LONG));

    // When
    most.set((long) PAGE * Gathering.AHEAD);
    ahead.getFirst().keeps(0);

    // Then
    assertThat(grows.get()).isTrue();
  }

  @Test
  void whoIsClosedWhileWaitingGrowsNoMore() throws Exception {
    // Given
    var gathering = new Gathering(() -> 0);
    for (Gathering.Part each : parts(gathering, Gathering.AHEAD)) {
      each.grow(PAGE, Duration.ZERO);
    }
    Gathering.Part given = gathering.part();
    FutureTask<Boolean> grows = waiting(() -> given.grow(PAGE, LONG));

    // When
    given.close();

    // Then
    assertThat(grows.get()).isFalse();
    assertThat(given.grow(PAGE, LONG)).isFalse();
    assertThat(gathering.held()).isEqualTo((long) PAGE * Gathering.AHEAD);
  }

  private static List<Gathering.Part> parts(Gathering gathering, int count) {
    return IntStream.range(0, count).mapToObj(n -> gathering.part()).toList();
  }

  private static FutureTask<Boolean> waiting(Callable<Boolean> grows) {
    var task = new FutureTask<>(grows);
    Thread thread = Thread.ofVirtual().start(task);
    await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    return task;
  }
}
