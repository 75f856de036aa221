package agency.steward.auditlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MomentTest {

  private static ObjectNode entry(String at, String id) {
    return JsonNodeFactory.instance.objectNode().put("timestamp", at).put("id", id);
  }

  @Property
  void bothOrdersAreThoseOfTheTimes(
      @ForAll @Size(max = 20)
          List<@LongRange(min = -5_000_000_000L, max = 9_000_000_000_000L) Long> times) {
    List<ObjectNode> entries =
        IntStream.range(0, times.size())
            .mapToObj(i -> entry(Instant.ofEpochMilli(times.get(i)).toString(), "id" + i))
            .toList();

    assertThat(entries.stream().sorted(Comparator.comparing(Moment::oldestFirst)))
        .extracting(each -> Moment.of(each).orElseThrow())
        .isSorted();
    assertThat(entries.stream().sorted(Comparator.comparing(Moment::newestFirst)))
        .extracting(each -> Moment.of(each).orElseThrow())
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void entriesOfOneMomentHaveDifferentPlaces() {
    ObjectNode one = entry("2026-11-24T12:00:00.000Z", "a");
    ObjectNode other = entry("2026-11-24T12:00:00Z", "b");

    assertThat(Moment.newestFirst(one)).isLessThan(Moment.newestFirst(other));
    assertThat(Moment.oldestFirst(one)).isLessThan(Moment.oldestFirst(other));
  }

  @Test
  void anUnreadableTimeComesLast() {
    ObjectNode unreadable = entry("soon", "a");
    ObjectNode readable = entry("2026-11-24T12:00:00Z", "b");

    assertThat(Moment.newestFirst(unreadable)).isGreaterThan(Moment.newestFirst(readable));
    assertThat(Moment.oldestFirst(unreadable)).isGreaterThan(Moment.oldestFirst(readable));
  }
}
