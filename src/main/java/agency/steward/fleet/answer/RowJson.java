package agency.steward.fleet.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import agency.steward.instantly.body.Item;
import agency.steward.instantly.body.RawItem;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Rows as JSON objects with a separator between them, and an end behind the last one: copied as
 * they came where they were not parsed, and else written without copying a node.
 */
final class RowJson {
  private static final int USUAL_ROW = 512;

  private static final byte[] RENAMED = Outward.RENAMED.getBytes(UTF_8);

  private final ObjectMapper mapper;
  private final byte[] separator;
  private final byte[] end;
  private final JsonFactory factory;
  private final FieldNames names = new FieldNames();

  RowJson(ObjectMapper mapper, String separator, String end) {
    this.mapper = mapper;
    this.separator = separator.getBytes(UTF_8);
    this.end = end.getBytes(UTF_8);
    this.factory =
        new JsonFactoryBuilder(mapper.getFactory())
            .rootValueSeparator(separator)
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool()) // see Json
            .build();
  }

  /** Nothing where there are no rows. */
  byte[] write(Workspace workspace, List<Item> rows) {
    if (rows.isEmpty()) {
      return new byte[0];
    }
    return rows.stream().allMatch(RawItem.class::isInstance)
        ? copied(workspace, rows.stream().map(RawItem.class::cast).toList())
        : written(workspace, rows.stream().map(Item::whole).toList());
  }

  /** Into an array of just their size: most of what Steward reads goes through here. */
  private byte[] copied(Workspace workspace, List<RawItem> rows) {
    byte[] front = front(workspace);
    int between = separator.length * (rows.size() - 1);
    int size = rows.stream().mapToInt(row -> size(front, row)).sum() + between + end.length;
    ByteBuffer out = ByteBuffer.allocate(size);
    for (RawItem row : rows) {
      if (out.position() > 0) {
        out.put(separator);
      }
      out.put(front);
      if (!row.isEmpty()) {
        out.put((byte) ',');
        row.copyFields(out, RENAMED);
      }
      out.put((byte) '}');
    }
    return out.put(end).array();
  }

  private static int size(byte[] front, RawItem row) {
    return front.length + (row.isEmpty() ? 0 : 1 + row.sizeOfFields(RENAMED)) + 1;
  }

  /** What each row begins with. */
  private byte[] front(Workspace workspace) {
    byte[] object = value(Outward.object(workspace, JsonNodeFactory.instance.objectNode()));
    return Arrays.copyOf(object, object.length - 1);
  }

  private byte[] written(Workspace workspace, List<ObjectNode> rows) {
    var out = new ByteArrayOutputStream(rows.size() * USUAL_ROW);
    try (JsonGenerator json = factory.createGenerator(out)) {
      SerializerProvider provider = mapper.getSerializerProviderInstance();
      for (ObjectNode row : rows) {
        write(json, provider, workspace, row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.writeBytes(end);
    return out.toByteArray();
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
