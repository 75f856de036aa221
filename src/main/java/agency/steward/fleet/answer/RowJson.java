package agency.steward.fleet.answer;

import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Rows as JSON objects with a separator between them, written without copying a node. */
final class RowJson {
  private static final int USUAL_ROW = 512;

  private final ObjectMapper mapper;
  private final String separator;

  RowJson(ObjectMapper mapper, String separator) {
    this.mapper = mapper;
    this.separator = separator;
  }

  ByteArrayOutputStream write(Workspace workspace, List<ObjectNode> rows) {
    var out = new ByteArrayOutputStream(rows.size() * USUAL_ROW);
    try (JsonGenerator json = mapper.createGenerator(out)) {
      json.setPrettyPrinter(new MinimalPrettyPrinter(separator));
      SerializerProvider provider = mapper.getSerializerProviderInstance();
      for (ObjectNode row : rows) {
        write(json, provider, workspace, row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }

  byte[] value(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(
      JsonGenerator json, SerializerProvider provider, Workspace workspace, ObjectNode row)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("workspace_id", workspace.id().toString());
    json.writeStringField("workspace_name", workspace.name());
    for (Map.Entry<String, JsonNode> field : row.properties()) {
      json.writeFieldName(Outward.name(field.getKey()));
      field.getValue().serialize(json, provider);
    }
    json.writeEndObject();
  }
}
