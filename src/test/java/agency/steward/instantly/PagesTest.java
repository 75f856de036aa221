package agency.steward.instantly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every trap of facts.md section 3. */
class PagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Listing TWO_A_PAGE = new Listing("/things", 2);

  private static final class Server implements Pages.Source {
    final Map<String, String> pages = new HashMap<>();
    final List<Map<String, String>> asked = new ArrayList<>();

    Server page(String cursor, String body) {
      pages.put(cursor, body);
      return this;
    }

    @Override
    public Pages.Seen page(Map<String, String> query) {
      asked.add(Map.copyOf(query));
      try {
        String page = pages.get(query.getOrDefault("starting_after", "start"));
        return Pages.seen((ObjectNode) JSON.readTree(page), asked.size(), this);
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(e);
      }
    }

    @Override
    public RuntimeException unreadable(String why) {
      return new IllegalStateException(why);
    }
  }

  private static String rows(String ids, String rest) {
    String items =
        ids.isEmpty()
            ? ""
            : List.of(ids.split(",")).stream()
                .map("{\"id\":\"%s\"}"::formatted)
                .collect(Collectors.joining(","));
    return "{\"items\":[" + items + "]" + rest + "}";
  }

  private static String next(String cursor) {
    return ",\"next_starting_after\":\"" + cursor + "\"";
  }

  private static List<String> ids(Server server) {
    return new Pages(TWO_A_PAGE, Map.of("search", "x"), server, 5)
        .all().stream().map(row -> row.seen().path("id").asText()).toList();
  }

  @Test
  void accident23_everyPageIsRead() {
    var server =
        new Server()
            .page("start", rows("a,b", next("1")))
            .page("1", rows("c,d", next("2")))
            .page("2", rows("e", ""));

    assertThat(ids(server)).containsExactly("a", "b", "c", "d", "e");
    assertThat(server.asked)
        .containsExactly(
            Map.of("search", "x", "limit", "2"),
            Map.of("search", "x", "limit", "2", "starting_after", "1"),
            Map.of("search", "x", "limit", "2", "starting_after", "2"));
  }

  @Test
  void aPageCanBeReadAgainWhereverTheListHasGotTo() {
    var server = new Server().page("start", rows("a,b", next("1"))).page("1", rows("c,d", ""));
    Iterator<Leaf> leaves = new Pages(TWO_A_PAGE, Map.of(), server, 5).leaves();
    Leaf first = leaves.next();
    leaves.next();
    server.page("start", rows("a,z", next("1")));

    assertThat(first.again().objects())
        .extracting(row -> row.path("id").asText())
        .containsExactly("a", "z");
    assertThat(leaves.hasNext()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void accident13_aCursorAfterTheLastPageEndsInAnEmptyOne(String cursor) {
    var server =
        new Server().page("start", rows("a,b", next("1"))).page("1", rows("", next(cursor)));

    assertThat(ids(server)).containsExactly("a", "b");
    assertThat(server.asked).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"next_starting_after\":null", ",\"next_starting_after\":\"\""})
  void aMissingNullOrEmptyCursorIsTheEnd(String end) {
    var server = new Server().page("start", rows("a,b", end));

    assertThat(ids(server)).containsExactly("a", "b");
    assertThat(server.asked).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\":\"a\"}", "[\"a\"]", "{}"})
  void accident23_aCursorThatCannotBeSentBackIsNoEnd(String cursor) {
    var server = new Server().page("start", rows("a,b", ",\"next_starting_after\":" + cursor));

    assertThatThrownBy(() -> ids(server)).hasMessageContaining("its cursor is none");
  }

  @Test
  void accident13_aRepeatedCursorAfterAPageThatIsNotFullIsTheEnd() {
    var server = new Server().page("start", rows("a,b", next("1"))).page("1", rows("c", next("1")));

    assertThat(ids(server)).containsExactly("a", "b", "c");
    assertThat(server.asked).hasSize(2);
  }

  @Test
  void aRepeatedCursorWithMoreBehindItIsNoEnd() {
    var server =
        new Server().page("start", rows("a,b", next("1"))).page("1", rows("c,d", next("1")));

    assertThatThrownBy(() -> ids(server)).hasMessageContaining("a cursor repeats");
  }

  @Test
  void aListThatGoesOnForeverIsNoList() {
    var server = new Server().page("start", rows("0", next("1")));
    for (int i = 1; i < 10; i++) {
      server.page(String.valueOf(i), rows("r" + i, next(String.valueOf(i + 1))));
    }

    assertThatThrownBy(() -> ids(server)).hasMessageContaining("after 5 pages");
  }

  @Test
  void aRowThatMovedToTheNextPageIsGivenOnceAndRowsWithoutIdAreKept() {
    var server =
        new Server()
            .page("start", rows("a,b", next("1")))
            .page("1", "{\"items\":[{\"id\":\"b\"},{\"x\":1},{\"x\":1},{\"id\":null}]}");

    assertThat(new Pages(TWO_A_PAGE, Map.of(), server, 5).all()).hasSize(5);
  }

  @Test
  void anAccountIsKnownByItsAddress() {
    var server =
        new Server().page("start", "{\"items\":[{\"email\":\"a@x\"},{\"email\":\"a@x\"}]}");

    assertThat(new Pages(Listing.ACCOUNTS, Map.of(), server, 5).all()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"items\":null}",
        "{\"items\":{}}",
        "{\"items\":[1]}",
        "{\"items\":[null]}"
      })
  void whatIsNoListIsAnError(String body) {
    var server = new Server().page("start", body);

    assertThatThrownBy(() -> ids(server)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void accident20_theLimitIsTheEndpointsMaximumWhateverTheCallerSays() {
    var server = new Server().page("start", rows("a", ""));

    new Pages(TWO_A_PAGE, Map.of("limit", "500", "starting_after", "z"), server, 5).all();

    assertThat(server.asked).containsExactly(Map.of("limit", "2"));
  }

  @Property(tries = 100)
  void anyNumberOfRowsComesWholeAndInOrder(
      @ForAll @IntRange(max = 40) int count, @ForAll boolean trailing) {
    var server = new Server();
    List<String> all = IntStream.range(0, count).mapToObj(i -> "r" + i).toList();
    for (int from = 0; from <= count; from += 2) {
      boolean more = from + 2 < count || trailing && from < count;
      server.page(
          from == 0 ? "start" : "c" + from,
          rows(
              String.join(",", all.subList(from, Math.min(count, from + 2))),
              more ? next("c" + (from + 2)) : ""));
    }
    if (trailing) {
      server.page("c" + (count + count % 2), rows("", ""));
    }

    assertThat(new Pages(TWO_A_PAGE, Map.of(), server, 50).all())
        .extracting(row -> row.seen().path("id").asText())
        .isEqualTo(all);
  }
}
