package agency.steward.instantly;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.fleet.answer.Format;
import agency.steward.fleet.answer.Rows;
import agency.steward.instantly.body.Item;
import agency.steward.instantly.body.Json;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever Instantly answers, a fleet read gives the same bytes as a thread that waits for it. */
class EitherWayTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Rows ROWS = Rows.of(Format.JSON, List.of(), JSON);
  private static final Rows TABLE = Rows.of(Format.CSV, List.of("id"), JSON);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Vertx VERTX = Vertx.vertx();
  private static final Liar LIAR = new Liar();
  private static final Client CLIENT = new Client(VERTX, LIAR.port());
  private static final Both BOTH = new Both(CLIENT, (of, rows) -> text(ROWS.rows(of, rows)));
  private static final Both AS_CSV = new Both(CLIENT, (of, rows) -> text(TABLE.rows(of, rows)));

  /** What stands between quotes, colons and commas of a page, however odd. */
  private static final List<String> ODD =
      List.of(
          "\\ud83d",
          "\\ud83d\\ude00",
          "\\u0000",
          "\\\\",
          "\\\"",
          "\\/",
          "\u2028",
          "\n",
          "\t",
          "\0",
          "😀",
          "é",
          "\"",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "NaN",
          "-",
          "1e5",
          "1e99999999999",
          "01",
          "null",
          "nul",
          " ",
          "\\u00",
          "\uFEFF",
          "\\x",
          "/**/",
          "\"id\":1,",
          "\"a\":1,",
          "9".repeat(70));

  private static final String[] ENCODINGS = {
    "UTF-8", "UTF-8", "UTF-8", "UTF-8", "UTF-8", "ISO-8859-1", "UTF-16"
  };

  @AfterContainer
  static void stop() throws IOException {
    CLIENT.close();
    LIAR.close();
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  @Provide
  Arbitrary<byte[]> answers() {
    Arbitrary<String> text =
        Arbitraries.oneOf(
            Arbitraries.strings().withCharRange(' ', '\uD7FF').ofMaxLength(20),
            Arbitraries.strings().withChars("a\"\\\n").ofMaxLength(20),
            Arbitraries.of("", "id", "x", "workspace_name", "instantly_workspace_name"));
    Arbitrary<Object> leaf =
        Arbitraries.oneOf(
            text.map(Object.class::cast),
            Arbitraries.doubles().map(Object.class::cast),
            Arbitraries.bigIntegers().map(Object.class::cast),
            Arbitraries.of(true, false));
    Arbitrary<Object> value =
        Arbitraries.oneOf(
            leaf,
            leaf.list().ofMaxSize(3).map(Object.class::cast),
            Arbitraries.maps(text, leaf).ofMaxSize(3).map(Object.class::cast));
    Arbitrary<Object> row =
        Arbitraries.frequencyOf(
            Tuple.of(40, Arbitraries.maps(text, value).ofMaxSize(5).map(Object.class::cast)),
            Tuple.of(1, leaf));
    Arbitrary<Object> cursor =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.just("")), Tuple.of(2, leaf), Tuple.of(1, value));
    Arbitrary<String> page =
        Combinators.combine(row.list().ofMaxSize(4), cursor).as(EitherWayTest::page);
    Arbitrary<String> odd =
        Combinators.combine(page, Arbitraries.integers().between(0, 1_000), Arbitraries.of(ODD))
            .as((whole, at, piece) -> {
              int from = at % whole.length();
              return whole.substring(0, from) + piece + whole.substring(from + at % 2);
            });
    return Combinators.combine(
            Arbitraries.oneOf(page, page, odd), Arbitraries.of(ENCODINGS), Arbitraries.integers())
        .as(EitherWayTest::bytes);
  }

  private static String page(List<Object> rows, Object cursor) {
    var page = new LinkedHashMap<String, Object>();
    page.put("items", rows);
    page.put("next_starting_after", cursor);
    return JSON.valueToTree(page).toString();
  }

  /** Some are cut, and some have a byte in them that belongs nowhere. */
  private static byte[] bytes(String page, String encoding, int how) {
    byte[] bytes = page.getBytes(Charset.forName(encoding));
    int at = Math.floorMod(how, bytes.length);
    if (how % 11 == 0) {
      return Arrays.copyOf(bytes, at);
    }
    if (how % 13 == 0) {
      bytes[at] = (byte) (how >> 8);
    }
    return bytes;
  }

  @Property(tries = 1_000)
  void aFleetReadGivesTheSameBytesAndTheyAreWhatJacksonReads(@ForAll("answers") byte[] answer) {
    LIAR.says(Liar.ok(answer));
    Workspace workspace = BOTH.workspace();

    String waiting = BOTH.waiting(workspace, PATIENCE);
    String begun = BOTH.begun(workspace, PATIENCE);
    String csv = AS_CSV.waiting(workspace, PATIENCE);

    assertThat(begun).isEqualTo(waiting);
    Optional<List<ObjectNode>> read = byJackson(answer);
    if (read.isEmpty()) {
      assertThat(waiting).startsWith("UPSTREAM_INVALID: ");
      assertThat(csv).isEqualTo(waiting);
    } else {
      List<Item> rows = read.get().stream().<Item>map(Item.Parsed::new).toList();
      assertThat(parsed(waiting)).isEqualTo(parsed(text(ROWS.rows(workspace, rows))));
      assertThat(csv).isEqualTo(text(TABLE.rows(workspace, rows)));
    }
  }

  /** Without what may be spelt in more than one way. */
  private static String parsed(String rows) {
    return Json.object(("{\"items\":[" + rows + "]}").getBytes(UTF_8)).orElseThrow().toString();
  }

  /** The rows of a list whose every page is this one; empty where it is none. */
  private static Optional<List<ObjectNode>> byJackson(byte[] answer) {
    Optional<ObjectNode> page = Json.object(answer);
    if (page.isEmpty()
        || !(page.get().get("items") instanceof ArrayNode items)
        || page.get().path("next_starting_after").isContainerNode()) {
      return Optional.empty();
    }
    var rows = new ArrayList<ObjectNode>();
    var ids = new HashSet<String>();
    boolean more = items.size() > 0 && !page.get().path("next_starting_after").asText("").isEmpty();
    for (int reads = 0; reads < (more ? 2 : 1); reads++) {
      for (JsonNode item : items) {
        if (!(item instanceof ObjectNode row)) {
          return Optional.empty();
        }
        JsonNode id = row.path("id");
        if (!id.isValueNode() || id.isNull() || ids.add(id.asText())) {
          rows.add(row);
        }
      }
    }
    return Optional.of(rows);
  }
}
