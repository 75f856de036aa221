package agency.steward.sandbox.row;

import agency.steward.sandbox.json.JsonOut;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook (facts.md 4.10).
 *
 * @param headers sent with each event; they come back on every read, so they are secrets too
 * @param status 1, or -1 once it failed too often
 * @param errorAt epoch ms, 0 for never
 */
public record Webhook(
    UUID id,
    String url,
    @Nullable String event,
    @Nullable String campaign,
    @Nullable String name,
    @Nullable Double interest,
    @Nullable Map<String, String> headers,
    int status,
    long createdAt,
    long errorAt)
    implements Row {
  public static final int ACTIVE = 1;
  public static final int DISABLED = -1;

  public Webhook resumed() {
    return new Webhook(id, url, event, campaign, name, interest, headers, ACTIVE, createdAt, 0);
  }

  public void write(JsonOut out, UUID workspace) {
    out.object().id("id", id).id("organization", workspace).text("target_hook_url", url);
    if (event != null) { // the vendor's enum has no null, though its type has
      out.text("event_type", event);
    }
    out.text("campaign", campaign).text("name", name);
    if (interest == null) {
      out.nothing("custom_interest_value");
    } else {
      out.name("custom_interest_value").raw(interest.toString());
    }
    if (headers == null) {
      out.nothing("headers");
    } else {
      out.object("headers");
      headers.forEach((header, value) -> out.anyName(header).text(value));
      out.endObject();
    }
    out.number("status", status).time("timestamp_created", createdAt);
    if (errorAt == 0) {
      out.nothing("timestamp_error");
    } else {
      out.time("timestamp_error", errorAt);
    }
    out.endObject();
  }
}
