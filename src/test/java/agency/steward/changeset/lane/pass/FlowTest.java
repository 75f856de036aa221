package agency.steward.changeset.lane.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.changeset.attempt.Ending;
import agency.steward.changeset.attempt.Execution;
import agency.steward.changeset.lane.LaneRow;
import agency.steward.changeset.lane.Rows;
import agency.steward.changeset.lane.Stop;
import agency.steward.changeset.lane.list.Page;
import agency.steward.changeset.lane.list.Sightings;
import agency.steward.changeset.lane.timing.Line;
import agency.steward.changeset.stored.RowEnd;
import agency.steward.instantly.Deadline;
import agency.steward.instantly.wire.Permit;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds of a pass, however long reads and writes take, whatever becomes of them. */
class FlowTest {

  /** An Instantly that takes its time, and counts. */
  private static final class World implements Wave.Post, Flow.Block {
    private final Random random;
    private final int stopAt;
    private final Map<LaneRow, Deadline> comparedWith = new ConcurrentHashMap<>();
    private final Map<Integer, Deadline> looks = new ConcurrentHashMap<>();
    private final AtomicInteger look = new AtomicInteger();
    private final AtomicInteger going = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final List<LaneRow> intended = Collections.synchronizedList(new ArrayList<>());
    private final List<LaneRow> sent = Collections.synchronizedList(new ArrayList<>());
    private final List<LaneRow> old = Collections.synchronizedList(new ArrayList<>());
    private final List<LaneRow> settled = Collections.synchronizedList(new ArrayList<>());
    private final List<LaneRow> unsent = Collections.synchronizedList(new ArrayList<>());
    private final Set<LaneRow> left = ConcurrentHashMap.newKeySet();

    World(long seed, int stopAt) {
      this.random = new Random(seed);
      this.stopAt = stopAt;
    }

    private synchronized int next(int bound) {
      return random.nextInt(bound);
    }

    private void takesTime() {
      LockSupport.parkNanos(next(4) == 0 ? next(1_000_000) : 0);
    }

    Iterator<Page> pages(List<LaneRow> rows) {
      var pages = new ArrayList<List<LaneRow>>();
      for (int from = 0; from < rows.size(); ) {
        int to = Math.min(rows.size(), from + 1 + next(Page.SIZE));
        pages.add(rows.subList(from, to));
        from = to;
      }
      return pages.stream().map(this::read).iterator();
    }

    private Page read(List<LaneRow> rows) {
      Deadline fresh = Deadline.in(Duration.ofMillis(next(3) == 0 ? next(3) : 2_000));
      int number = look.incrementAndGet();
      looks.put(number, fresh);
      List<ObjectNode> objects =
          rows.stream()
              .filter(row -> next(10) > 0)
              .map(row -> Rows.member(row.seq()).put("look", number))
              .toList();
      takesTime();
      return new Page(rows, new Sightings(objects), false, fresh, () -> read(rows));
    }

    @Override
    public Optional<RowEnd> compared(LaneRow row, Optional<ObjectNode> now) {
      comparedWith.put(row, looks.get(now.orElseThrow().path("look").asInt()));
      if (next(10) > 0) {
        return Optional.empty();
      }
      left.remove(row); // it was not sent in time, and need not be any more
      return Optional.of(new Ending.AlreadySo(now).row(Instant.EPOCH));
    }

    @Override
    public List<LaneRow> intended(List<LaneRow> rows) {
      List<LaneRow> free = rows.stream().filter(row -> next(10) > 0).toList();
      intended.addAll(free);
      left.removeAll(free);
      takesTime();
      return free;
    }

    @Override
    public Execution.Sent send(LaneRow row, Permit permit) {
      most.accumulateAndGet(going.incrementAndGet(), Math::max);
      try {
        takesTime();
        boolean isOld = comparedWith.get(row).passed();
        if (!permit.holds()) {
          return ended(ProblemCode.UPSTREAM_RATE_LIMITED);
        }
        permit.sent();
        sent.add(row);
        if (isOld) {
          old.add(row);
        }
        takesTime();
        return row.seq() == stopAt
            ? ended(ProblemCode.WORKSPACE_CREDENTIAL_INVALID)
            : new Execution.Sent(Optional.empty(), Optional.empty());
      } finally {
        going.decrementAndGet();
      }
    }

    private static Execution.Sent ended(ProblemCode code) {
      var problem = Problem.of(code, "no");
      return new Execution.Sent(
          Optional.empty(), Optional.of(new Ending.Failed(problem, Optional.empty())));
    }

    List<Leftover> settle(Batch batch) {
      takesTime();
      unsent.addAll(batch.unsent());
      left.addAll(batch.unsent());
      settled.addAll(batch.ended().keySet());
      batch.acknowledged().forEach(each -> settled.add(each.row()));
      return batch.acknowledged().stream().filter(each -> next(5) == 0).toList();
    }
  }

  private static List<LaneRow> rows(int count) {
    return IntStream.range(0, count).mapToObj(Rows::row).toList();
  }

  private static Wave wave(World world, int most) {
    return new Wave(
        Rows.lane(),
        world,
        ending -> ending.row(Instant.EPOCH),
        most,
        new Line(most, 100, System::nanoTime),
        Thread.ofVirtual().factory());
  }

  @Property(tries = 60)
  void noRowIsSentTwiceNorTooLateNorAmongTooMany(
      @ForAll long seed,
      @ForAll @IntRange(max = 300) int count,
      @ForAll @IntRange(min = 1, max = 40) int most) {
    var world = new World(seed, -1);
    Wave wave = wave(world, most);
    var flow = new Flow(wave, world, world::settle);

    int made = flow.all(world.pages(rows(count)));

    assertThat(world.sent).doesNotHaveDuplicates();
    assertThat(world.old).isEmpty();
    assertThat(world.most.get()).isLessThanOrEqualTo(most);
    assertThat(world.going.get()).isZero();
    assertThat(world.settled).doesNotHaveDuplicates();
    assertThat(Collections.disjoint(world.settled, world.left)).isTrue();
    assertThat(world.settled.size() + world.unsent.size()).isEqualTo(made);
    assertThat(union(world.settled, world.unsent).containsAll(world.intended)).isTrue();
    assertThat(world.settled.containsAll(world.sent)).isTrue();
    wave.close();
  }

  private static Set<LaneRow> union(List<LaneRow> some, List<LaneRow> others) {
    var all = new ArrayList<>(some);
    all.addAll(others);
    return all.stream().collect(Collectors.toSet());
  }

  @Property(tries = 30)
  void afterADeadKeyWhatIsNotOnItsWayCanBeBegunAgain(
      @ForAll long seed, @ForAll @IntRange(max = 200) int stopAt) {
    var world = new World(seed, stopAt);
    Wave wave = wave(world, 8);
    var flow = new Flow(wave, world, world::settle);

    flow.all(world.pages(rows(201)));

    assertThat(world.sent).doesNotHaveDuplicates();
    assertThat(union(world.settled, world.unsent).containsAll(world.intended)).isTrue();
    if (world.sent.stream().anyMatch(row -> row.seq() == stopAt)) {
      assertThat(world.unsent).extracting(LaneRow::seq).contains(stopAt);
      assertThatThrownBy(wave::checkStopped).isInstanceOf(Stop.Signal.class);
    }
    wave.close();
  }

  @Test
  void whatReadingThrowsStopsThePassOnceAllIsSettled() {
    var world = new World(7, -1);
    Wave wave = wave(world, 8);
    var flow = new Flow(wave, world, world::settle);
    Iterator<Page> first = world.pages(rows(30));

    flow.all(
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Page next() {
            if (!first.hasNext()) {
              throw new Stop.Signal(new Stop.Held());
            }
            return first.next();
          }
        });

    assertThatThrownBy(wave::checkStopped).isInstanceOf(Stop.Signal.class);
    assertThat(world.settled).containsAll(world.sent);
    wave.close();
  }
}
