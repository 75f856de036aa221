package agency.steward.fleet;

import agency.steward.instantly.body.Item;
import agency.steward.problem.Problem;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** What became of one workspace of an answer. */
sealed interface Reading {

  Workspace workspace();

  /** How much memory it takes while it waits for the reader. */
  int size();

  /**
   * It answered.
   *
   * @param bytes its rows, ready to be sent; empty where it has none
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Rows(Workspace workspace, byte[] bytes) implements Reading {
    @Override
    public int size() {
      return bytes.length;
    }
  }

  /**
   * It answered, and its rows are to be put in order with those of the others.
   *
   * @param rows in that order
   */
  record Ordered(Workspace workspace, List<OrderedRows.Row> rows) implements Reading {
    static Ordered of(
        Workspace workspace,
        List<Item> found,
        Function<ObjectNode, String> order,
        agency.steward.fleet.answer.Rows format) {
      return new Ordered(
          workspace,
          found.stream()
              .map(row ->
                  new OrderedRows.Row(
                      order.apply(row.whole()), format.rows(workspace, List.of(row))))
              .sorted(Comparator.comparing(OrderedRows.Row::position))
              .toList());
    }

    @Override
    public int size() {
      return rows.stream().mapToInt(row -> row.bytes().length).sum();
    }
  }

  /** It did not. */
  record Missing(Workspace workspace, Problem problem) implements Reading {
    @Override
    public int size() {
      return 0;
    }
  }
}
