package agency.steward.sandbox.row;

import agency.steward.sandbox.json.JsonOut;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A label that accounts and campaigns may carry (facts.md 4.3); it has no colour. */
public record Tag(
    UUID id, String label, @Nullable String description, long createdAt, long updatedAt)
    implements Row {

  public static Tag of(String label, @Nullable String description, long now) {
    return new Tag(NewId.next(), label.strip(), description, now, now);
  }

  public Tag with(String newLabel, @Nullable String newDescription, long now) {
    return new Tag(id, newLabel.strip(), newDescription, createdAt, now);
  }

  public boolean matches(String search) {
    return label.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
  }

  public void write(JsonOut out, UUID workspace) {
    out.object().id("id", id).time("timestamp_created", createdAt);
    out.time("timestamp_updated", updatedAt).id("organization_id", workspace);
    out.text("label", label).text("description", description).endObject();
  }
}
