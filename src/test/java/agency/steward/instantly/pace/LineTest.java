package agency.steward.instantly.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LineTest {
  private final Line<String> line = new Line<>();

  private List<String> everybody() {
    var order = new ArrayList<String>();
    while (!line.isEmpty()) {
      order.add(line.removeFirst());
    }
    return order;
  }

  @Test
  void ofEachPartyOneGoesThenTheNext() {
    for (String name : List.of("a1", "a2", "a3", "b1", "c1", "b2")) {
      line.add(name, name.substring(0, 1));
    }
    assertThat(everybody()).containsExactly("a1", "b1", "c1", "a2", "b2", "a3");
  }

  @Test
  void whoWantsOneThingDoesNotWaitForAThousandOfAnother() {
    for (int i = 0; i < 1_000; i++) {
      line.add("hog " + i, "hog");
    }
    line.removeFirst();

    assertThat(line.ahead("ann")).isEqualTo(1);
    assertThat(line.ahead("hog")).isEqualTo(999);
    line.add("ann", "ann");

    assertThat(line.removeFirst()).isEqualTo("hog 1");
    assertThat(line.removeFirst()).isEqualTo("ann");
  }

  @Test
  void whoComesAgainAndAgainDoesNotKeepOthersOut() {
    for (int i = 1; i <= 4; i++) {
      line.add("hog " + i, "hog");
    }
    var order = new ArrayList<String>();
    for (int i = 1; i <= 4; i++) {
      line.add("ann " + i, "ann");
      order.add(line.removeFirst());
      order.add(line.removeFirst());
    }
    assertThat(order).startsWith("hog 1", "ann 1", "hog 2", "ann 2", "hog 3", "ann 3");
  }

  @Test
  void whoLeavesIsNotWaitedFor() {
    line.add("a1", "a");
    line.add("a2", "a");
    assertThat(line.remove("a1", "a")).isTrue();
    assertThat(line.remove("a1", "a")).isFalse();
    assertThat(everybody()).containsExactly("a2");
  }

  @Property
  void whatIsSaidToBeAheadIs(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 3) Integer> steps) {
    // Given who comes (0 to 2: of three parties) and that somebody goes (3)
    int number = 0;
    for (int step : steps) {
      if (step < 3) {
        line.add("" + step + "-" + number++, String.valueOf(step));
      } else if (!line.isEmpty()) {
        line.removeFirst();
      }
    }
    int ahead = line.ahead("1");
    line.add("last", "1");

    assertThat(everybody().indexOf("last")).isEqualTo(ahead);
  }

  @Property
  void nobodyIsOvertakenTwiceByTheSameParty(
      @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 9) Integer> steps) {
    // Given who comes (0 to 5: of three parties) and that somebody goes (6 to 9)
    var line = new Line<String>();
    var waiting = new HashMap<String, Map<String, Integer>>();
    var places = new HashMap<String, List<String>>();
    int number = 0;
    for (int step : steps) {
      if (step > 5 && !line.isEmpty()) {
        String gone = line.removeFirst();
        String party = gone.substring(0, 1);
        assertThat(places.get(party).removeFirst()).as("first come within a party").isEqualTo(gone);
        waiting.remove(gone);
        heads(places).stream()
            .filter(head -> !head.startsWith(party))
            .forEach(head -> waiting.get(head).merge(party, 1, Integer::sum));
        for (String head : heads(places)) {
          assertThat(waiting.get(head).values()).allMatch(overtaken -> overtaken <= 1);
        }
      } else {
        String party = String.valueOf((char) ('a' + step % 3));
        String name = party + number++;
        line.add(name, party);
        waiting.put(name, new HashMap<>());
        places.computeIfAbsent(party, _ -> new ArrayList<>()).add(name);
      }
    }
  }

  private static List<String> heads(Map<String, List<String>> places) {
    return places.values().stream().filter(names -> !names.isEmpty()).map(List::getFirst).toList();
  }
}
