package agency.steward.sandbox.row;

import agency.steward.sandbox.json.JsonOut;
import java.util.UUID;

/**
 * A tag on an account or a campaign (facts.md 4.3).
 *
 * @param resource the address of an account, the id of a campaign
 * @param type {@link #ACCOUNT} or {@link #CAMPAIGN}, as the vendor's enum has it; its prose has it
 *     the other way round
 */
public record Mapping(UUID id, UUID tagId, String resource, int type, long createdAt)
    implements Row {
  public static final int ACCOUNT = 1;
  public static final int CAMPAIGN = 2;

  public void write(JsonOut out, UUID workspace) {
    out.object().id("id", id).id("tag_id", tagId).text("resource_id", resource);
    out.number("resource_type", type).time("timestamp_created", createdAt);
    out.id("organization_id", workspace).endObject();
  }
}
