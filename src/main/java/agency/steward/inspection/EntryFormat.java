package agency.steward.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;

import agency.steward.fleet.answer.CsvLine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** How entries stand in a stream. */
enum EntryFormat {
  NDJSON {
    @Override
    byte[] head() {
      return new byte[0];
    }

    @Override
    byte[] lines(List<ObjectNode> entries) {
      var out = new ByteArrayOutputStream();
      for (ObjectNode entry : entries) {
        out.writeBytes(EntryJson.bytes(entry));
        out.write('\n');
      }
      return out.toByteArray();
    }
  },

  CSV {
    @Override
    byte[] head() {
      return (String.join(",", COLUMNS) + "\r\n").getBytes(UTF_8);
    }

    @Override
    byte[] lines(List<ObjectNode> entries) {
      var text = new StringBuilder();
      entries.forEach(entry -> line(new CsvLine(text), entry));
      return text.toString().getBytes(UTF_8);
    }
  };

  private static final List<String> COLUMNS =
      List.of(
          "seq",
          "at",
          "principal",
          "on_behalf_of",
          "roles",
          "action",
          "workspace_id",
          "change_set_id",
          "reason",
          "request_id",
          "facts",
          "hash");

  abstract byte[] head();

  abstract byte[] lines(List<ObjectNode> entries);

  private static void line(CsvLine line, ObjectNode entry) {
    JsonNode actor = entry.path("actor");
    var roles = new ArrayList<String>();
    actor.path("roles").forEach(role -> roles.add(role.asText()));
    line.literal(entry.path("seq").asText())
        .literal(entry.path("at").asText())
        .cell(actor.path("principal").asText())
        .cell(actor.path("on_behalf_of").asText())
        .cell(String.join(" ", roles));
    for (String column : COLUMNS.subList(COLUMNS.indexOf("action"), COLUMNS.indexOf("facts"))) {
      line.cell(entry.path(column).asText());
    }
    line.cell(entry.path("facts").toString()).literal(entry.path("hash").asText()).end();
  }
}
