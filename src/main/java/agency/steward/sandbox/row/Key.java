package agency.steward.sandbox.row;

import agency.steward.sandbox.json.JsonOut;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An API key of one workspace (facts.md 1.3 and 4.4). */
public record Key(UUID id, String name, List<String> scopes, String secret, long createdAt)
    implements Row {

  /** {@code value} is what stands in {@code key}; null leaves the field out. */
  public void write(JsonOut out, UUID workspace, @Nullable String value) {
    out.object().id("id", id).text("name", name).texts("scopes", scopes);
    if (value != null) {
      out.text("key", value);
    }
    out.id("organization_id", workspace);
    out.time("timestamp_created", createdAt).time("timestamp_updated", createdAt).endObject();
  }
}
