package agency.steward.instantly.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Reads and writes objects as they are: unknown fields, number spelling and all. */
public final class Json {
  /** Buffers are shared: one per virtual thread would be thrown away with it. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final ObjectReader TREES = MAPPER.readerFor(JsonNode.class);

  private Json() {}

  /** None where it is not one whole JSON object in UTF-8. */
  public static Optional<ObjectNode> object(byte[] bytes) {
    try {
      return isUtf8(bytes) && TREES.readTree(bytes) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (IOException | NumberFormatException unreadable) {
      return Optional.empty();
    }
  }

  /** Jackson also takes halves of characters, in names that can be read by nobody else then. */
  private static boolean isUtf8(byte[] bytes) {
    for (byte each : bytes) {
      if (each <= 0) {
        return each < 0 && Utf8.isValid(bytes);
      }
    }
    return true;
  }

  /** What stands between these two indices: one value of well-formed JSON. */
  static JsonNode value(byte[] bytes, int from, int to) {
    try {
      return TREES.readTree(bytes, from, to - from);
    } catch (IOException | NumberFormatException beyondLimits) {
      throw Unusual.HERE;
    }
  }

  public static byte[] bytes(ObjectNode object) {
    try {
      return MAPPER.writeValueAsBytes(object);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
  }
}
