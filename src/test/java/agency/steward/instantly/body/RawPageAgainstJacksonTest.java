package agency.steward.instantly.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A page that is taken says what Jackson reads in it, however broken others are. */
class RawPageAgainstJacksonTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> LOOKED_AT = Set.of("id", "é", "workspace_id", "workspace_name");

  /** What makes or breaks JSON, and what is copied from elsewhere in the page. */
  private static final String PIECES = "\"\\{}[]:,.-+0189eEtfnu \t\n\0é😀";

  @Provide
  Arbitrary<byte[]> pages() {
    Arbitrary<String> text =
        Arbitraries.oneOf(
            Arbitraries.strings().withCharRange(' ', '\uD7FF').ofMaxLength(6),
            Arbitraries.of("id", "workspace_id", "é", "\"\\/", "😀", "\n\u0001"));
    Arbitrary<Object> leaf =
        Arbitraries.oneOf(
            text.map(Object.class::cast),
            Arbitraries.doubles().map(Object.class::cast),
            Arbitraries.integers().map(Object.class::cast),
            Arbitraries.of(true, false));
    Arbitrary<Object> value =
        Arbitraries.oneOf(
            leaf,
            leaf.list().ofMaxSize(3).map(Object.class::cast),
            Arbitraries.maps(text, leaf).ofMaxSize(3).map(Object.class::cast));
    Arbitrary<Map<String, Object>> row = Arbitraries.maps(text, value).ofMaxSize(5);
    return Combinators.combine(row.list().ofMaxSize(3), text)
        .as((rows, cursor) -> Map.of("items", rows, "next_starting_after", cursor, "more", cursor))
        .map(RawPageAgainstJacksonTest::bytes);
  }

  private static byte[] bytes(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (Exception never) {
      throw new AssertionError(never);
    }
  }

  @Property(tries = 500)
  void whatAWriterWritesIsTakenAndSaysTheSame(@ForAll("pages") byte[] page) {
    RawPage raw = RawPage.read(page, LOOKED_AT).orElseThrow();

    assertThat(said(raw)).isEqualTo(Json.object(page).map(RawPageAgainstJacksonTest::rows));
    assertThat(raw.next()).isEqualTo(Json.object(page).orElseThrow().get("next_starting_after"));
  }

  @Property(tries = 3_000)
  void whatIsTakenOfABrokenPageSaysTheSame(
      @ForAll("pages") byte[] page,
      @ForAll @IntRange(max = 3) int change,
      @ForAll int where,
      @ForAll int what) {
    byte[] broken = broken(page, change, Math.floorMod(where, page.length), what);

    RawPage.read(broken, LOOKED_AT)
        .ifPresent(raw ->
            assertThat(said(raw))
                .as(new String(broken, UTF_8))
                .isEqualTo(Json.object(broken).map(RawPageAgainstJacksonTest::rows)));
  }

  private static byte[] broken(byte[] page, int change, int at, int what) {
    byte[] pieces = PIECES.getBytes(UTF_8);
    byte piece = pieces[Math.floorMod(what, pieces.length)];
    var bytes = new ByteArrayOutputStream();
    bytes.write(page, 0, at);
    switch (change) {
      case 0 -> bytes.write(page, at + 1, page.length - at - 1);
      case 1 -> {
        bytes.write(piece);
        bytes.write(page, at, page.length - at);
      }
      case 2 -> {
        bytes.write(piece);
        bytes.write(page, at + 1, page.length - at - 1);
      }
      default -> {
        int from = Math.floorMod(what, page.length);
        bytes.write(page, from, page.length - from);
      }
    }
    return bytes.toByteArray();
  }

  private static Optional<List<JsonNode>> said(RawPage raw) {
    List<JsonNode> rows = new ArrayList<>();
    for (Item item : raw.items()) {
      ObjectNode whole = item.whole();
      assertThat(item.seen()).isEqualTo(whole.deepCopy().retain(LOOKED_AT));
      rows.add(whole);
    }
    return Optional.of(rows);
  }

  private static List<JsonNode> rows(ObjectNode page) {
    List<JsonNode> rows = new ArrayList<>();
    page.get("items").forEach(rows::add);
    return rows;
  }
}
