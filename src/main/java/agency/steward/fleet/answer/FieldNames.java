package agency.steward.fleet.answer;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names of fields as they go out, encoded once: all rows of an answer have the same few. */
final class FieldNames {
  static final SerializableString WORKSPACE_ID = new SerializedString("workspace_id");
  static final SerializableString WORKSPACE_NAME = new SerializedString("workspace_name");

  /** Instantly's objects have fewer; an answer of thousands of names is not remembered. */
  private static final int MOST = 256;

  private final Map<String, SerializableString> known = new ConcurrentHashMap<>();

  /** See {@link Outward#name}. */
  SerializableString outward(String field) {
    SerializableString name = known.get(field);
    if (name == null) {
      name = new SerializedString(Outward.name(field));
      if (known.size() < MOST) {
        known.put(field, name);
      }
    }
    return name;
  }
}
