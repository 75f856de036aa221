package agency.steward.fleet.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.fleet.Some;
import agency.steward.instantly.body.Item;
import agency.steward.instantly.body.RawPage;
import agency.steward.web.Page;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageJsonTest {
  private static final Workspace ACME = Some.workspace(1, "Acme");
  private static final String FRONT =
      "{\"workspace_id\":\"" + ACME.id() + "\",\"workspace_name\":\"Acme\"";

  private static String written(List<Item> rows, Optional<String> next) {
    var page = new Page<>(rows, next, Optional.empty());
    return new String(new PageJson(new ObjectMapper()).bytes(ACME, page), UTF_8);
  }

  private static Stream<Item> raw(String... rows) {
    byte[] page = ("{\"items\":[" + String.join(",", rows) + "]}").getBytes(UTF_8);
    return RawPage.read(page, RawPage.HIDDEN).orElseThrow().items().stream();
  }

  private static Stream<Item> parsed() {
    return Stream.of(new Item.Parsed(JsonNodeFactory.instance.objectNode().put("id", "p")));
  }

  @Test
  void rowsGoOutAsTheyCameBehindTheirWorkspace() {
    String row = "{\"id\" : \"m1\",\"workspace_id\":1.0}";

    assertThat(written(raw(row, "{}").toList(), Optional.empty()))
        .isEqualTo(
            "{\"items\":["
                + FRONT
                + ",\"id\" : \"m1\",\"instantly_workspace_id\":1.0},"
                + FRONT
                + "}]}");
  }

  @Test
  void thePageSaysWhereTheNextOneBegins() {
    assertThat(written(List.of(), Optional.of("a\"b")))
        .isEqualTo("{\"items\":[],\"next_page_token\":\"a\\\"b\"}");
    assertThat(written(List.of(), Optional.empty())).isEqualTo("{\"items\":[]}");
  }

  @Test
  void parsedRowsAreWritten() {
    assertThat(written(parsed().toList(), Optional.empty()))
        .isEqualTo("{\"items\":[" + FRONT + ",\"id\":\"p\"}]}");
    assertThat(written(Stream.concat(raw("{\"id\":\"m\"}"), parsed()).toList(), Optional.empty()))
        .isEqualTo("{\"items\":[" + FRONT + ",\"id\":\"m\"}," + FRONT + ",\"id\":\"p\"}]}");
  }
}
