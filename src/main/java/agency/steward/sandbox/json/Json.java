package agency.steward.sandbox.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON; strict about what comes after the value. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Json() {}

  /** A JSON value; nothing at all reads as null. */
  public static JsonNode read(byte[] bytes) throws Misfit {
    try {
      JsonNode read = MAPPER.readTree(bytes);
      return read == null || read.isMissingNode() ? NullNode.getInstance() : read;
    } catch (JacksonException notJson) {
      throw new Misfit("Body is not valid JSON but content-type is set to 'application/json'");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The strings of an array; none when it is no array. */
  public static List<String> texts(JsonNode array) {
    return array.isArray() ? array.valueStream().map(JsonNode::textValue).toList() : List.of();
  }

  /** The properties of an object as text, in their order; none when it is no object. */
  public static Map<String, String> textsByName(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.properties().forEach(one -> texts.put(one.getKey(), one.getValue().asText()));
    return texts;
  }

  /** A row as one line of JSON. */
  public static byte[] row(Object row) {
    try {
      return MAPPER.writeValueAsBytes(row);
    } catch (JacksonException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static <T> T row(JsonNode json, Class<T> type) {
    try {
      return MAPPER.treeToValue(json, type);
    } catch (JacksonException e) {
      throw new UncheckedIOException(e);
    }
  }
}
