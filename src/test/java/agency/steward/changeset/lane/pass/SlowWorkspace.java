package agency.steward.changeset.lane.pass;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.attempt.Ending;
import agency.steward.changeset.attempt.Execution;
import agency.steward.changeset.lane.LaneRow;
import agency.steward.changeset.lane.Rows;
import agency.steward.changeset.lane.Stop;
import agency.steward.changeset.lane.list.Look;
import agency.steward.changeset.lane.list.Page;
import agency.steward.changeset.lane.list.Walk;
import agency.steward.changeset.lane.timing.Line;
import agency.steward.changeset.stored.RowEnd;
import agency.steward.instantly.Deadline;
import agency.steward.instantly.Leaf;
import agency.steward.instantly.pace.ByHand;
import agency.steward.instantly.pace.Limits;
import agency.steward.instantly.pace.Pacing;
import agency.steward.instantly.wire.Permit;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A workspace of many members, all of whom a lane changes, while people read there, through the
 * real pacing in simulated time. It judges each row as it goes out.
 */
public final class SlowWorkspace {
  static final Duration FRESHNESS = Duration.ofSeconds(2);
  private static final Duration STORING = Duration.ofMillis(15);
  private static final int AT_ONCE = 64;
  public static final String HERE = PacedCalls.HERE;

  final PacedCalls calls;
  public final List<Long> rowsSent = new ArrayList<>();
  final Set<LaneRow> done = new LinkedHashSet<>();
  public final List<String> faults = new ArrayList<>();
  public int reads;
  int walks;
  int intents;
  Optional<Stop> stopped = Optional.empty();

  private final Map<Integer, Long> sentAt = new HashMap<>();
  private final Map<Integer, Duration> late = new HashMap<>();
  private final int count;
  private final Map<LaneRow, Long> comparedWith = new HashMap<>();
  private final Set<LaneRow> running = new HashSet<>();

  SlowWorkspace(Limits limits, int count, long seed) {
    this(PacedCalls.under(limits, seed), count);
  }

  /**
   * @param pacing of a process in that time
   */
  public SlowWorkspace(ByHand time, Pacing pacing, int count, long seed) {
    this(new PacedCalls(time, pacing, seed), count);
  }

  private SlowWorkspace(PacedCalls calls, int count) {
    this.calls = calls;
    this.count = count;
  }

  /** Another one behind the same admin workspace, whose quota both use. */
  SlowWorkspace beside(int members) {
    return new SlowWorkspace(calls, members);
  }

  /** From now on Instantly takes so long as the bench's does: median 120 ms, 99 % within 600. */
  public SlowWorkspace usually(long seed) {
    var random = new Random(seed);
    calls.latency =
        () -> Duration.ofNanos((long) (120e6 * Math.exp(0.692 * random.nextGaussian())));
    return this;
  }

  /** The first look at this page, from 0, takes so much longer. */
  SlowWorkspace late(int page, Duration by) {
    late.put(page * Page.SIZE, by);
    return this;
  }

  /** Moments at which its calls went out. */
  public List<Long> sent() {
    return calls.sent;
  }

  /** Its rows in the order in which they went out. */
  List<Integer> order() {
    return sentAt.entrySet().stream()
        .sorted(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How long a lane of so many rows takes where nobody else is. */
  public static double secondsFor(Limits limits, int rows) {
    var there = new SlowWorkspace(limits, rows, 1);
    there.run();
    return there.seconds();
  }

  /** From the first row to the last. */
  public double seconds() {
    return (Collections.max(rowsSent) - Collections.min(rowsSent)) / 1e9;
  }

  /** Runs a lane as its runner does, until no row is left. */
  public void run() {
    together(List.of(this));
  }

  /** The same for several at once. */
  static void together(List<SlowWorkspace> all) {
    ThreadsByHand threads = all.getFirst().calls.threads();
    threads.run(() -> {
      List<Thread> lanes =
          all.stream().map(each -> threads.factory().newThread(each::lane)).toList();
      lanes.forEach(Thread::start);
      for (Thread lane : lanes) {
        ThreadsByHand.await(lane);
      }
    });
  }

  private void lane() {
    List<LaneRow> all = IntStream.range(0, count).mapToObj(Rows::row).toList();
    try {
      while (done.size() < count) {
        pass(all.stream().filter(row -> !done.contains(row)).toList());
      }
    } catch (Stop.Signal signal) {
      stopped = Optional.of(signal.stop());
    } catch (RuntimeException | Error e) {
      faults.add(e.toString());
    }
  }

  private void pass(List<LaneRow> pending) {
    var line = new Line(AT_ONCE, calls.perSecond(), calls::now);
    try (var wave =
        new Wave(
            Rows.lane(),
            this::send,
            ending -> ending.row(Instant.EPOCH),
            AT_ONCE,
            line,
            calls.threads().factory())) {
      var walk = new Walk(pending, leaves(), FRESHNESS, whole -> {}, others -> whole());
      new Flow(wave, block(), this::settle).all(walk);
      wave.checkStopped();
    }
  }

  /** A list of one page; in one of several nobody is missing. */
  private Look whole() {
    assertThat(count).isLessThanOrEqualTo(Page.SIZE);
    Leaf all = leaf(0);
    return new Look(all.objects(), Deadline.after(all.askedAt(), FRESHNESS));
  }

  private Iterator<Leaf> leaves() {
    walks++;
    return new Iterator<>() {
      private int from;

      @Override
      public boolean hasNext() {
        return from < count;
      }

      @Override
      public Leaf next() {
        Leaf leaf = leaf(from);
        from += Page.SIZE;
        return leaf;
      }
    };
  }

  private Leaf leaf(int from) {
    reads++;
    long asked = calls.bulk(Permit.ALWAYS).orElseThrow(() -> new Stop.Signal(new Stop.Busy()));
    Optional.ofNullable(late.remove(from)).ifPresent(calls.threads()::pause);
    List<ObjectNode> objects =
        IntStream.range(from, Math.min(count, from + Page.SIZE))
            .mapToObj(n -> Rows.member(n).put("asked", asked))
            .toList();
    return new Leaf(objects, asked, () -> leaf(from));
  }

  private Flow.Block block() {
    return new Flow.Block() {
      @Override
      public Optional<RowEnd> compared(LaneRow row, Optional<ObjectNode> now) {
        comparedWith.put(row, now.orElseThrow().path("asked").asLong());
        return Optional.empty();
      }

      @Override
      public List<LaneRow> intended(List<LaneRow> rows) {
        return begun(rows);
      }
    };
  }

  private List<LaneRow> begun(List<LaneRow> rows) {
    calls.threads().pause(STORING);
    intents += rows.size();
    rows.stream()
        .filter(row -> done.contains(row) || !running.add(row))
        .forEach(row -> faults.add("begun twice: " + row.seq()));
    return rows;
  }

  private Execution.Sent send(LaneRow row, Permit permit) {
    Optional<Long> sent = calls.bulk(permit);
    if (sent.isEmpty()) {
      var late = Problem.of(ProblemCode.UPSTREAM_RATE_LIMITED, "no");
      return new Execution.Sent(
          Optional.empty(), Optional.of(new Ending.Failed(late, Optional.empty())));
    }
    rowsSent.add(sent.get());
    sentAt.put(row.seq(), sent.get());
    if (sent.get() - comparedWith.get(row) > FRESHNESS.toNanos()) {
      faults.add("compared long before: " + row.seq());
    }
    return new Execution.Sent(Optional.empty(), Optional.empty());
  }

  private List<Leftover> settle(Batch batch) {
    if (!batch.acknowledged().isEmpty()) {
      Page now = batch.page().again().get();
      batch.acknowledged().stream()
          .filter(each -> !now.tellsOf(each.row()))
          .forEach(each -> faults.add("not on its page: " + each.row().seq()));
    }
    calls.threads().pause(STORING);
    batch.ended().keySet().forEach(each -> faults.add("recorded: " + each.seq()));
    batch
        .acknowledged()
        .forEach(each -> {
          running.remove(each.row());
          if (!done.add(each.row())) {
            faults.add("sent twice: " + each.row().seq());
          }
        });
    batch.unsent().forEach(running::remove);
    return List.of();
  }
}
