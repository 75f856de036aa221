package agency.steward.instantly.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawPageTest {
  private static final Set<String> LOOKED_AT = Set.of("id", "workspace_id", "workspace_name");

  private static Optional<RawPage> read(String page) {
    return RawPage.read(page.getBytes(UTF_8), LOOKED_AT);
  }

  private static RawItem item(String row) {
    return (RawItem) read("{\"items\":[" + row + "]}").orElseThrow().items().getFirst();
  }

  private static String copied(RawItem item) {
    byte[] prefix = "their_".getBytes(UTF_8);
    ByteBuffer out = ByteBuffer.allocate(item.sizeOfFields(prefix));
    item.copyFields(out, prefix);
    return new String(out.array(), UTF_8);
  }

  @Test
  void fieldsGoThroughAsTheyCame() {
    String fields =
        """
        "id":"m1","n": 1.50E+2 ,"deep":{"id":"x","workspace_id":[{"id":7}]},"text":"a\\u00e9\\ud83D\\uDE00\\"}]é😀","no":null\
        """;

    assertThat(copied(item("{" + fields + "}"))).isEqualTo(fields);
  }

  @Test
  void whatIsLookedAtIsSeenAndNothingElse() {
    RawItem item = item("{\"a\":1,\"id\":\"m\\u0031\",\"b\":{\"id\":2}}");

    assertThat(item.seen()).isEqualTo(object("{\"id\":\"m1\"}"));
    assertThat(item.whole()).isEqualTo(object("{\"a\":1,\"id\":\"m1\",\"b\":{\"id\":2}}"));
  }

  @Test
  void namesOfStewardsOwnGoOutUnderAnotherOne() {
    RawItem item =
        item("{\"workspace_id\":\"w\",\"x\":{\"workspace_id\":1},\"workspace_name\":null}");

    assertThat(copied(item))
        .isEqualTo(
            "\"their_workspace_id\":\"w\",\"x\":{\"workspace_id\":1},\"their_workspace_name\":null");
  }

  @Test
  void anObjectWithoutFieldsIsEmpty() {
    assertThat(item("{}").isEmpty()).isTrue();
    assertThat(copied(item("{}"))).isEmpty();
    assertThat(item("{\"a\":1}").isEmpty()).isFalse();
  }

  @Test
  void theCursorMayStandAnywhereOrNowhere() {
    assertThat(read("{\"next_starting_after\":\"c\",\"items\":[]}").orElseThrow().next().asText())
        .isEqualTo("c");
    assertThat(read("{\"items\":[{}],\"more\":[1],\"next_starting_after\":null}"))
        .hasValueSatisfying(page -> assertThat(page.next().isNull()).isTrue());
    assertThat(read("{\"items\":[]}").orElseThrow().next().isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"items\":{}}",
        "{\"items\":null}",
        "{\"items\":[1]}",
        "{\"items\":[{},null]}",
        "{\"items\":[{}]",
        "{\"items\":[{}]}}",
        "{\"items\":[{}]} {}",
        "{\"items\":[{}],\"items\":[{}]}",
        "{\"items\":[{\"a\":01}]}",
        "{\"items\":[{\"a\":tru}]}",
        "{\"items\":[{\"a\":\"\\x\"}]}",
        "{\"items\":[{\"a\":1,}]}",
        "{\"items\":[{\"a\" 1}]}",
        "{\"items\":[{'a':1}]}",
        "{\"items\":[{\"id\":1,\"id\":2}]}",
        "{\"items\":[{\"workspace_id\":\"a\",\"workspace_id\":\"b\"}]}",
        "{\"items\":[{\"workspace\\u005fid\":\"a\"}]}",
        "{\"items\":[{\n\"a\":1}]}",
        "{\"items\":[{\"a\":\"\t\"}]}",
        "{\"items\":[{\"a\":\"\\u00g0\"}]}",
        "{\"items\":[{\"a\":\"\\ud83d\"}]}",
        "{\"items\":[{\"a\":\"\\ud83dx\"}]}",
        "{\"items\":[{\"a\":\"\\ud83d\\n\"}]}",
        "{\"items\":[{\"a\":\"\\ud83d\\u0041\"}]}",
        "{\"items\":[{\"a\":\"\\ude00\\ud83d\"}]}",
        "{\"items\":[{\"a\":\"",
        "{\"items\":[{\"a\":\"\\",
        "{\"items\":[{\"a\":-}]}",
        "{\"items\":[{\"a\":1.}]}",
        "{\"items\":[{\"a\":.5}]}",
        "{\"items\":[{\"a\":1e}]}",
        "{\"items\":[{\"a\":+1}]}",
        "{\"items\":[{\"a\":NaN}]}",
        "{\"items\":[{\"a\":truely}]}",
        "{\"items\":[{\"a\":[1,]}]}",
        "{\"items\":[{\"a\":[1}]}",
        "{\"items\":[{,}]}",
        "{\"items\":[,]}",
        "{\"items\":[{ }]}",
        "{\"items\":[{}],}",
        "{\"items\":[{}],\"it\\u0065ms\":[]}",
        "{\"items\":[{}]}\0"
      })
  void whateverIsNotTheUsualIsLeftToWhoReadsAllOfIt(String page) {
    assertThat(read(page)).isEmpty();
  }

  @Test
  void whatIsNestedDeeplyOrIsALongNumberIsLeftToAParserAndItsLimits() {
    assertThat(read(page("[".repeat(31) + "]".repeat(31)))).isPresent();
    assertThat(read(page("[".repeat(32) + "]".repeat(32)))).isEmpty();
    assertThat(read(page("{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000)))).isEmpty();
    assertThat(read(page("1".repeat(64)))).isPresent();
    assertThat(read(page("1".repeat(65)))).isEmpty();
  }

  @Test
  void whatIsTakenCanAlsoBeReadWhole() {
    String longName = "\"" + "n".repeat(50_001) + "\":1";
    List<String> rows =
        List.of(
            "\"a\":1e999999999",
            "\"a\":1e-999999999",
            "\"a\":1e0000000000001",
            "\"a\":1e99999999999",
            "\"a\":-1.5E-2147483647",
            "\"id\":1e99999999999",
            "\"a\":" + "9".repeat(1_001),
            longName,
            "\"a\":{" + longName + "}");

    for (String row : rows) {
      read("{\"items\":[{" + row + "}]}")
          .map(RawPage::items)
          .ifPresent(
              items -> assertThat(items.getFirst().whole()).isEqualTo(object("{" + row + "}")));
    }
    assertThat(read("{\"items\":[{" + rows.getFirst() + "}]}")).isPresent();
  }

  private static String page(String value) {
    return "{\"items\":[{\"a\":" + value + "}]}";
  }

  @Test
  void otherEncodingsAreNotTheUsual() {
    String page = "{\"items\":[{\"a\":\"é\"}]}";

    assertThat(RawPage.read(page.getBytes(ISO_8859_1), LOOKED_AT)).isEmpty();
    assertThat(RawPage.read(page.getBytes(UTF_16), LOOKED_AT)).isEmpty();
    assertThat(RawPage.read(page.getBytes(UTF_8), LOOKED_AT)).isPresent();
  }

  @Test
  void aMarkInFrontOfItDoesNotShiftWhatIsCopied() {
    var page = RawPage.read("\uFEFF{\"items\":[{\"id\":\"m\"}]}".getBytes(UTF_8), LOOKED_AT);

    assertThat(page.map(RawPage::items).orElse(List.of()))
        .allSatisfy(item -> assertThat(copied((RawItem) item)).isEqualTo("\"id\":\"m\""));
  }

  private static ObjectNode object(String json) {
    return Json.object(json.getBytes(UTF_8)).orElseThrow();
  }
}
