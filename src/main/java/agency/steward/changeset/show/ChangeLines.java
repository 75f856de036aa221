package agency.steward.changeset.show;

import static java.nio.charset.StandardCharsets.UTF_8;

import agency.steward.changeset.stored.RecordedChange;
import agency.steward.fleet.answer.CsvLine;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Collectors;

/** How rows stand in a stream: NDJSON, or CSV that can be sent in again. */
sealed interface ChangeLines {

  byte[] head();

  byte[] lines(List<RecordedChange> rows);

  /** One row of the API a line. */
  record Ndjson(ObjectMapper json) implements ChangeLines {
    @Override
    public byte[] head() {
      return new byte[0];
    }

    @Override
    public byte[] lines(List<RecordedChange> rows) {
      var out = new ByteArrayOutputStream();
      for (RecordedChange row : rows) {
        out.writeBytes(bytes(ChangeView.of(row)));
        out.write('\n');
      }
      return out.toByteArray();
    }

    private byte[] bytes(ChangeView row) {
      try {
        return json.writeValueAsBytes(row);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * The row as it can be asked for, then what became of it: those columns are ignored where it is
   * sent in again. What is JSON, with commas of its own, comes last, for whoever cuts at commas.
   *
   * @param workspace the column of the kind that names the workspace
   * @param asked its other columns
   */
  record Csv(String workspace, List<String> asked) implements ChangeLines {
    private static final List<String> RESULTS =
        List.of(
            "workspace_name",
            "subject",
            "action",
            "reversibility",
            "effect",
            "result",
            "problem",
            "verified",
            "attempts",
            "vault_path",
            "applied_at",
            "effects",
            "before",
            "after",
            "found");

    @Override
    public byte[] head() {
      var text = new StringBuilder();
      var line = new CsvLine(text).literal("seq").literal(workspace);
      asked.forEach(line::literal);
      RESULTS.forEach(line::literal);
      line.end();
      return text.toString().getBytes(UTF_8);
    }

    @Override
    public byte[] lines(List<RecordedChange> rows) {
      var text = new StringBuilder(rows.size() * 256);
      rows.forEach(row -> line(new CsvLine(text), row));
      return text.toString().getBytes(UTF_8);
    }

    private void line(CsvLine line, RecordedChange row) {
      ChangeView view = ChangeView.of(row);
      line.literal(Integer.toString(row.seq())).literal(row.workspace().toString());
      asked.forEach(
          column -> line.cell(row.origin().wish().map(wish -> text(wish.path(column))).orElse("")));
      line.cell(row.workspaceName())
          .cell(row.change().subject())
          .literal(row.change().action())
          .literal(view.reversibility())
          .literal(view.effect())
          .literal(view.result())
          .cell(view.problem().map(problem -> problem.path("code").asText()).orElse(""))
          .literal(Boolean.toString(view.verified()))
          .literal(Integer.toString(view.attempts()))
          .cell(view.vaultPath().orElse(""))
          .literal(view.appliedAt().map(Object::toString).orElse(""))
          .cell(view.effects().map(Object::toString).orElse(""))
          .cell(row.change().before().map(JsonNode::toString).orElse(""))
          .cell(row.change().after().map(JsonNode::toString).orElse(""))
          .cell(view.found().map(JsonNode::toString).orElse(""))
          .end();
    }

    private static String text(JsonNode value) {
      if (value.isArray()) {
        return value.valueStream().map(JsonNode::asText).collect(Collectors.joining(" "));
      }
      return value.asText("");
    }
  }
}
