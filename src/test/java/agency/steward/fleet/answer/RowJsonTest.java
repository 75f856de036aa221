package agency.steward.fleet.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.fleet.Some;
import agency.steward.instantly.body.Item;
import agency.steward.instantly.body.RawItem;
import agency.steward.instantly.body.RawPage;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whether a row was parsed or not is not to be seen in an answer. */
class RowJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Workspace ACME = Some.workspace(1, "\"Acme\"\\ é");

  private record Field(String name, Object value) {}

  @Provide
  Arbitrary<List<ObjectNode>> objects() {
    Arbitrary<String> text =
        Arbitraries.oneOf(
            Arbitraries.strings().withCharRange('\0', '\uD7FF').ofMaxLength(8),
            Arbitraries.of("\n", "\"}", "😀"));
    Arbitrary<String> name =
        Arbitraries.oneOf(Arbitraries.of("id", "workspace_id", "workspace_name", "role"), text);
    Arbitrary<Object> value =
        Arbitraries.oneOf(
            text.map(Object.class::cast),
            Arbitraries.doubles().map(Object.class::cast),
            Arbitraries.of(true, false),
            Arbitraries.of(List.of(), List.of("workspace_id", 1), java.util.Map.of("id", "x")));
    return Combinators.combine(name, value)
        .as(Field::new)
        .list()
        .ofMaxSize(6)
        .map(RowJsonTest::object)
        .list()
        .ofMaxSize(4);
  }

  private static ObjectNode object(List<Field> fields) {
    ObjectNode object = JSON.createObjectNode();
    fields.forEach(field -> object.set(field.name(), JSON.valueToTree(field.value())));
    return object;
  }

  @Property(tries = 500)
  void copiedRowsSayTheSameAsWrittenOnes(@ForAll("objects") List<ObjectNode> objects)
      throws Exception {
    var json = new RowJson(JSON, ",\n", "\n");
    List<Item> raw = raw(objects);
    List<Item> parsed = objects.stream().<Item>map(Item.Parsed::new).toList();

    assertThat(raw).allMatch(RawItem.class::isInstance);
    ArrayNode copied = list(json.write(ACME, raw));
    assertThat(copied).isEqualTo(list(json.write(ACME, parsed)));
    assertThat(copied).hasSameSizeAs(objects);
  }

  private static List<Item> raw(List<ObjectNode> objects) throws Exception {
    byte[] page =
        JSON.writeValueAsBytes(JSON.createObjectNode().set("items", JSON.valueToTree(objects)));
    return RawPage.read(page, Set.of("id", "workspace_id", "workspace_name")).orElseThrow().items();
  }

  private static ArrayNode list(byte[] rows) throws Exception {
    return (ArrayNode) JSON.readTree("[" + new String(rows, UTF_8) + "]");
  }
}
