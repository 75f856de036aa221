package agency.steward.fleet.answer;

import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
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
  private final JsonFactory factory;
  private final FieldNames names = new FieldNames();

  RowJson(ObjectMapper mapper, String separator) {
    this.mapper = mapper;
    this.factory =
        new JsonFactoryBuilder(mapper.getFactory())
            .rootValueSeparator(separator)
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool()) // see Json
            .build();
  }

  ByteArrayOutputStream write(Workspace workspace, List<ObjectNode> rows) {
    var out = new ByteArrayOutputStream(rows.size() * USUAL_ROW);
    try (JsonGenerator json = factory.createGenerator(out)) {
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

  private void write(
      JsonGenerator json, SerializerProvider provider, Workspace workspace, ObjectNode row)
      throws IOException {
    json.writeStartObject();
    json.writeFieldName(FieldNames.WORKSPACE_ID);
    json.writeString(workspace.id().toString());
    json.writeFieldName(FieldNames.WORKSPACE_NAME);
    json.writeString(workspace.name());
    for (Map.Entry<String, JsonNode> field : row.properties()) {
      json.writeFieldName(names.outward(field.getKey()));
      field.getValue().serialize(json, provider);
    }
    json.writeEndObject();
  }
}
