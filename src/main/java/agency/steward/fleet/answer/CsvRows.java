package agency.steward.fleet.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import agency.steward.instantly.body.Item;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code workspace_id,workspace_name,error}, then a column for each field that is known, then
 * {@code more}: a JSON object of the fields that are not, so that nothing new from Instantly is
 * lost. A workspace that did not answer is one line with only the first three.
 */
final class CsvRows implements Rows {
  private static final byte[] NOTHING = {};

  private final List<String> columns;
  private final Set<String> known;
  private final ObjectMapper mapper;

  CsvRows(List<String> columns, ObjectMapper mapper) {
    this.columns = columns;
    this.known = Set.copyOf(columns);
    this.mapper = mapper;
  }

  @Override
  public byte[] head() {
    var text = new StringBuilder();
    var line = new CsvLine(text).literal("workspace_id").literal("workspace_name").literal("error");
    columns.forEach(line::literal);
    line.literal("more").end();
    return text.toString().getBytes(UTF_8);
  }

  @Override
  public byte[] rows(Workspace workspace, List<Item> rows) {
    var text = new StringBuilder(rows.size() * 256);
    rows.forEach(row -> append(text, workspace, "", row.whole()));
    return text.toString().getBytes(UTF_8);
  }

  @Override
  public byte[] between() {
    return NOTHING;
  }

  @Override
  public byte[] missing(String workspaceId, String workspaceName, ProblemCode why) {
    var text = new StringBuilder();
    var line = new CsvLine(text).cell(workspaceId).cell(workspaceName).literal(why.name());
    columns.forEach(column -> line.literal(""));
    line.literal("").end();
    return text.toString().getBytes(UTF_8);
  }

  @Override
  public byte[] standIn(Workspace workspace, ProblemCode why, ObjectNode row) {
    var text = new StringBuilder();
    append(text, workspace, why.name(), row);
    return text.toString().getBytes(UTF_8);
  }

  /** Coverage stands in the error column of the workspaces that did not answer. */
  @Override
  public byte[] tail(Coverage coverage) {
    return NOTHING;
  }

  private void append(StringBuilder text, Workspace workspace, String error, ObjectNode row) {
    ObjectNode fields = outward(row);
    var line = new CsvLine(text).literal(workspace.id().toString()).cell(workspace.name());
    line.literal(error);
    columns.forEach(column -> append(line, fields.path(column)));
    fields.remove(known);
    append(line, fields.isEmpty() ? mapper.missingNode() : fields);
    line.end();
  }

  private ObjectNode outward(ObjectNode row) {
    ObjectNode fields = mapper.createObjectNode();
    for (Map.Entry<String, JsonNode> field : row.properties()) {
      fields.set(Outward.name(field.getKey()), field.getValue());
    }
    return fields;
  }

  private static void append(CsvLine line, JsonNode value) {
    switch (value.getNodeType()) {
      case MISSING, NULL -> line.literal("");
      case NUMBER, BOOLEAN -> line.literal(value.toString());
      case ARRAY, OBJECT -> line.cell(value.toString());
      default -> line.cell(value.asText());
    }
  }
}
