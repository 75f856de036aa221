package agency.steward.changeset.lane.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.changeset.lane.LaneRow;
import agency.steward.changeset.lane.Rows;
import agency.steward.changeset.lane.Stop;
import agency.steward.instantly.Deadline;
import agency.steward.instantly.Leaf;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WalkTest {
  private final List<Integer> told = new ArrayList<>();

  private static Leaf leaf(int from, int to) {
    return leaf(from, to, System.nanoTime());
  }

  private static Leaf leaf(int from, int to, long askedAt) {
    List<ObjectNode> objects = IntStream.range(from, to).mapToObj(Rows::member).toList();
    return new Leaf(objects, askedAt, () -> leaf(from, to));
  }

  private Walk walk(IntConsumer whole, List<Integer> rows, Leaf... leaves) {
    Iterator<Leaf> pages = Stream.of(leaves).iterator();
    return new Walk(
        rows.stream().map(Rows::row).toList(),
        pages,
        Duration.ofSeconds(2),
        whole,
        others -> {
          throw new AssertionError("the list is not read whole");
        });
  }

  private static List<List<Integer>> seqs(Walk walk) {
    var pages = new ArrayList<List<Integer>>();
    walk.forEachRemaining(page -> pages.add(page.rows().stream().map(LaneRow::seq).toList()));
    return pages;
  }

  @Test
  void rowsComeWithThePageTheirSubjectIsOn() {
    Walk walk = walk(told::add, List.of(3, 0, 5), leaf(0, 2), leaf(2, 4), leaf(4, 6));

    assertThat(seqs(walk)).containsExactly(List.of(0), List.of(3), List.of(5));
    assertThat(told).containsExactly(6);
  }

  @Test
  void aPageIsAsOldAsTheCallForIt() {
    long asked = System.nanoTime() - Duration.ofSeconds(1).toNanos();
    Walk walk = walk(told::add, List.of(0, 2, 5), leaf(0, 2, asked), leaf(2, 4, asked));

    Page page = walk.next();

    assertThat(page.fresh()).isEqualTo(Deadline.after(asked, Duration.ofSeconds(2)));
    assertThat(page.again().get().fresh().left()).isGreaterThan(page.fresh().left());
  }

  @Test
  void whoIsOnNoPageComesLastAndIsProvenAbsent() {
    Walk walk = walk(told::add, List.of(9, 0), leaf(0, 2), leaf(2, 4));
    walk.next();
    walk.next();

    Page last = walk.next();

    assertThat(last.rows()).extracting(LaneRow::seq).containsExactly(9);
    assertThat(last.tellsOf(last.rows().getFirst())).isTrue();
    assertThat(last.now(last.rows().getFirst())).isEmpty();
    assertThat(walk.hasNext()).isFalse();
  }

  @Test
  void nothingOfAListOfOnePageIsHandedOverBeforeItIsBelieved() {
    Walk walk =
        walk(
            count -> {
              throw new Stop.Signal(new Stop.Busy());
            },
            List.of(0, 9),
            leaf(0, 2));

    assertThatThrownBy(walk::next).isInstanceOf(Stop.Signal.class);
  }

  @Test
  void nobodyIsFoundAbsentInAListThatIsNotBelieved() {
    Walk walk =
        walk(
            count -> {
              throw new Stop.Signal(new Stop.Busy());
            },
            List.of(0, 9),
            leaf(0, 2),
            leaf(2, 4));
    walk.next();

    assertThatThrownBy(walk::next).isInstanceOf(Stop.Signal.class);
  }

  @Test
  void theRestOfTheListIsNotReadOnceAllAreFound() {
    Walk walk = walk(told::add, List.of(1), leaf(0, 2), leaf(2, 4));

    assertThat(seqs(walk)).containsExactly(List.of(1));
    assertThat(told).isEmpty();
  }
}
