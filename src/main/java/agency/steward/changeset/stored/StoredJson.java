package agency.steward.changeset.stored;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Objects as they lie in jsonb columns. */
final class StoredJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StoredJson() {}

  static Optional<ObjectNode> object(@Nullable String stored) {
    return stored == null ? Optional.empty() : Optional.of(read(stored, ObjectNode.class));
  }

  static <T> T read(String stored, Class<T> type) {
    try {
      return JSON.readValue(stored, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A jsonb column holds something else", e);
    }
  }
}
