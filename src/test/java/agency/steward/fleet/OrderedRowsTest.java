package agency.steward.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.fleet.answer.Format;
import agency.steward.fleet.answer.Rows;
import agency.steward.instantly.body.Item;
import agency.steward.load.ClientStream;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OrderedRowsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Rows FORMAT = Rows.of(Format.JSON, List.of(), JSON);

  private static Reading.Ordered reading(int workspace, List<Integer> values) {
    List<Item> rows =
        values.stream()
            .<Item>map(value -> new Item.Parsed(JSON.createObjectNode().put("at", value)))
            .toList();
    return Reading.Ordered.of(
        Some.workspace(workspace), rows, row -> "%04d".formatted(row.get("at").intValue()), FORMAT);
  }

  @Property
  void allRowsOfAllWorkspacesComeOutInOneOrder(
      @ForAll @Size(max = 8)
          List<@Size(max = 12) List<@IntRange(min = 0, max = 99) Integer>> workspaces)
      throws IOException {
    var ordered = new OrderedRows(Long.MAX_VALUE, _ -> {});
    var expected = new ArrayList<Integer>();
    for (int i = 0; i < workspaces.size(); i++) {
      assertThat(ordered.add(reading(i, workspaces.get(i)))).isTrue();
      expected.addAll(workspaces.get(i));
    }

    var values = new ArrayList<Integer>();
    for (JsonNode row : sent(ordered)) {
      values.add(row.get("at").intValue());
    }

    expected.sort(null);
    assertThat(values).isEqualTo(expected);
  }

  @Example
  void aWorkspaceThatDoesNotFitIsLeftOutWhole() throws IOException {
    Reading.Ordered first = reading(1, List.of(3, 1));
    var ordered = new OrderedRows(first.size() + 10L, _ -> {});

    assertThat(ordered.add(first)).isTrue();
    assertThat(ordered.add(reading(2, List.of(2)))).isFalse();
    assertThat(ordered.add(reading(3, List.of()))).isTrue();
    assertThat(sent(ordered)).hasSize(2);
  }

  @Test
  void whatAllAnswersTogetherMayNotHoldIsNotHeld() throws IOException {
    var full = Problem.of(ProblemCode.OVERLOADED, "full");
    var ordered =
        new OrderedRows(
            Long.MAX_VALUE,
            bytes -> {
              throw full.thrown();
            });

    assertThatThrownBy(() -> ordered.add(reading(1, List.of(1))))
        .isInstanceOfSatisfying(
            ProblemException.class, thrown -> assertThat(thrown.problem()).isSameAs(full));
    assertThat(sent(ordered)).isEmpty();
  }

  private static JsonNode sent(OrderedRows ordered) throws IOException {
    var out = new ByteArrayOutputStream();
    var parts =
        new Parts(
            FORMAT,
            new ClientStream() {
              @Override
              public void onGone(Runnable gone) {}

              @Override
              public void write(byte[] bytes) {
                out.writeBytes(bytes);
              }
            },
            Optional.empty(),
            _ -> {});
    ordered.sendTo(parts);
    parts.flush();
    out.writeBytes("]}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return JSON.readTree(out.toByteArray()).get("items");
  }
}
