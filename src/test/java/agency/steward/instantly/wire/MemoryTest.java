package agency.steward.instantly.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MemoryTest {
  private static final int LARGEST = 1_000;

  /** A body that comes in piece by piece. */
  private static final class Coming {
    private final Memory.Part part;
    private int size;
    private int wanted;
    private boolean waits;
    private boolean over;

    Coming(Memory memory) {
      part = memory.part();
    }

    void more(int bytes) {
      wanted = Math.min(LARGEST, size + bytes);
      waits = true;
      if (part.grow(wanted, this::goOn)) {
        goOn();
      }
    }

    private void goOn() {
      assertThat(waits).isTrue();
      assertThat(over).isFalse();
      waits = false;
      size = wanted;
    }

    void end() {
      over = true;
      waits = false;
      size = 0;
      part.end();
    }
  }

  private static void agrees(Memory memory, List<Coming> all, long bytes) {
    assertThat(memory.held()).isEqualTo(all.stream().mapToLong(one -> one.size).sum());
    assertThat(memory.held()).isBetween(0L, Math.max(bytes, LARGEST));
    assertThat(memory.waiting()).isEqualTo(all.stream().filter(one -> one.waits).count());
    boolean somebodyGoesOn = all.stream().anyMatch(one -> one.size > 0 && !one.waits);
    assertThat(memory.waiting() == 0 || somebodyGoesOn).isTrue();
  }

  /** Each step is of one body: it grows, or where it is told to it ends, also while it waits. */
  @Property(tries = 2_000)
  void whateverBodiesDoTheyStayWithinItAndEachComesToItsEnd(
      @ForAll @IntRange(max = 6_000) int bytes,
      @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 9_999) Integer> steps) {
    var memory = new Memory(bytes, LARGEST);
    var all = new ArrayList<Coming>();
    for (int i = 0; i < 12; i++) {
      all.add(new Coming(memory));
    }
    for (int step : steps) {
      Coming one = all.get(step % 12);
      if (step > 9_000) {
        one.end();
      } else if (!one.waits && !one.over) {
        one.more(1 + step / 12);
      }
      agrees(memory, all, bytes);
    }

    for (int rounds = 0; all.stream().anyMatch(one -> !one.over); rounds++) {
      assertThat(rounds).isLessThan(12);
      all.stream().filter(one -> !one.waits && !one.over).toList().forEach(one -> finish(one));
      agrees(memory, all, bytes);
    }
    assertThat(memory.held()).isZero();
    holdsAsManyAsAtFirst(memory, bytes);
  }

  private static void finish(Coming one) {
    one.more(LARGEST);
    if (!one.waits) {
      one.end();
    }
  }

  private static void holdsAsManyAsAtFirst(Memory memory, int bytes) {
    for (int i = 0; i < Math.max(1, bytes / LARGEST); i++) {
      assertThat(memory.part().grow(LARGEST, () -> {})).isTrue();
    }
  }

  @Test
  void whoHasEndedGetsNothingAnyMore() {
    var memory = new Memory(0, LARGEST);
    Memory.Part part = memory.part();
    part.grow(LARGEST, () -> {});
    part.end();
    part.end();

    assertThat(part.grow(LARGEST, () -> {})).isFalse();
    assertThat(memory.held()).isZero();
    assertThat(memory.waiting()).isZero();
  }

  @Test
  void whoWaitsLongestIsNeverPassedOverForAPlace() {
    var memory = new Memory(0, LARGEST);
    Memory.Part first = memory.part();
    first.grow(1, () -> {});
    var order = new ArrayList<Integer>();
    var parts = new ArrayList<Memory.Part>();
    for (int i = 0; i < 5; i++) {
      int nth = i;
      Memory.Part part = memory.part();
      part.grow(LARGEST - i, () -> order.add(nth));
      parts.add(part);
    }

    first.end();
    parts.forEach(Memory.Part::end);

    assertThat(order).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  @Timeout(60)
  void manyThreadsAtOnceStayWithinItAndAllComeToTheirEnd() throws Exception {
    var memory = new Memory(5 * LARGEST, LARGEST);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var ends = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < 2_000; i++) {
        ends.add(threads.submit(() -> grewUp(memory)));
      }
      for (Future<Boolean> end : ends) {
        assertThat(end.get()).isTrue();
      }
    }
    assertThat(memory.held()).isZero();
    assertThat(memory.waiting()).isZero();
  }

  /** Whether all was well; some give up while they wait. */
  private static boolean grewUp(Memory memory) throws InterruptedException {
    Memory.Part part = memory.part();
    boolean well = true;
    int patience = ThreadLocalRandom.current().nextInt(10);
    for (int size = 100; size <= LARGEST; size += 100) {
      var told = new Semaphore(0);
      if (!part.grow(size, told::release)) {
        if (patience == 0) {
          break;
        }
        well &= told.tryAcquire(30, TimeUnit.SECONDS);
      }
      well &= memory.held() <= 5 * LARGEST;
      Thread.yield();
    }
    part.end();
    return well;
  }
}
