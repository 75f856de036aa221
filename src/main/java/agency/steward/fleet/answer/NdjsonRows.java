package agency.steward.fleet.answer;

import agency.steward.instantly.body.Item;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** One JSON object a line, {@code {"coverage":{…}}} as the last one. */
final class NdjsonRows implements Rows {
  private static final byte[] NOTHING = {};
  private static final byte[] END = {'\n'};

  private final RowJson json;

  NdjsonRows(ObjectMapper mapper) {
    this.json = new RowJson(mapper, "\n", "\n");
  }

  @Override
  public byte[] head() {
    return NOTHING;
  }

  @Override
  public byte[] rows(Workspace workspace, List<Item> rows) {
    return json.write(workspace, rows);
  }

  @Override
  public byte[] between() {
    return NOTHING;
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
    return Pieces.together(List.of(json.value(Map.of("coverage", coverage)), END));
  }
}
