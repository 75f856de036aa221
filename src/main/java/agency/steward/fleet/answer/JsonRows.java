package agency.steward.fleet.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import agency.steward.instantly.body.Item;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code {"items":[…],"coverage":{…}}}. */
final class JsonRows implements Rows {
  private static final byte[] NOTHING = {};
  private static final String BETWEEN = ",\n";
  private static final byte[] COVERAGE = "],\n\"coverage\":".getBytes(UTF_8);
  private static final byte[] END = "}\n".getBytes(UTF_8);

  private final RowJson json;

  JsonRows(ObjectMapper mapper) {
    this.json = new RowJson(mapper, BETWEEN, "");
  }

  @Override
  public byte[] head() {
    return "{\"items\":[".getBytes(UTF_8);
  }

  @Override
  public byte[] rows(Workspace workspace, List<Item> rows) {
    return json.write(workspace, rows);
  }

  @Override
  public byte[] between() {
    return BETWEEN.getBytes(UTF_8);
  }

  @Override
  public byte[] missing(String workspaceId, String workspaceName, ProblemCode why) {
    return NOTHING;
  }

  @Override
  public byte[] standIn(Workspace workspace, ProblemCode why, ObjectNode row) {
    return rows(workspace, List.of(new Item.Parsed(row)));
  }

  @Override
  public byte[] tail(Coverage coverage) {
    return Pieces.together(List.of(COVERAGE, json.value(coverage), END));
  }
}
